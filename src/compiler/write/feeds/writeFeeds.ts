import { setImmediate } from "node:timers/promises";
import { type FeedFormat, feedPath } from "#content/paths.ts";
import { describeBy } from "../../link/describe.ts";
import type { Linked } from "../../link/link.ts";
import { lists } from "../../link/lists.ts";
import type { Settings } from "../../settings.ts";
import type { Output } from "../output.ts";
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

/** Writes the feeds of the edition and of every topic, section, author and place. Pictures must be in the output already, for their size. */
export async function writeFeeds({ edition, stories, subjects }: Linked, settings: Settings, site: Site, output: Output): Promise<void> {
  for (const list of lists(stories, subjects, edition, describeBy(settings))) {
    if (!hasFeed(list)) continue;
    const feed = feedOf(list, { edition, settings, site, output });
    for (const [format, text] of FORMATS) {
      output.write(decodeURIComponent(feedPath(list.kind, list.slug, format).slice(1)), text(feed));
    }
    await setImmediate();
  }
}
