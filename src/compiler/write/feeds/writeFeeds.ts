import { setImmediate } from "node:timers/promises";
import { type FeedFormat, feedPath } from "#content/paths.ts";
import type { Linked } from "../../link/link.ts";
import type { Settings } from "../../settings.ts";
import type { Output } from "../output.ts";
import type { OnDone } from "../progress.ts";
import type { Site } from "../site.ts";
import { atom } from "./atom.ts";
import { type Feed, feedOf, hasFeed } from "./feed.ts";
import { jsonFeed } from "./jsonFeed.ts";
import { rss } from "./rss.ts";

const FORMATS: [FeedFormat, (feed: Feed) => string][] = [
  ["rss", rss],
  ["atom", atom],
  ["json", jsonFeed],
];

/**
 * Writes the feeds of the edition and of every topic, section, author and
 * place. Pictures must be in the output already: feeds say their size.
 * @param onFeed told how many lists are done
 */
export async function writeFeeds(
  { edition, lists }: Linked,
  settings: Settings,
  site: Site,
  output: Output,
  onFeed: OnDone,
): Promise<void> {
  const withFeeds = lists.filter(hasFeed);
  for (const [index, list] of withFeeds.entries()) {
    const feed = feedOf(list, { edition, settings, site, output });
    for (const [format, text] of FORMATS) {
      output.write(decodeURIComponent(feedPath(list.kind, list.slug, format).slice(1)), text(feed));
    }
    onFeed(index + 1, withFeeds.length);
    await setImmediate();
  }
}
