import { setImmediate } from "node:timers/promises";
import { correctionsFeedPath, FEED_FORMATS, type FeedFormat, feedPath, inSite } from "#content/paths.ts";
import type { Linked } from "../../link/link.ts";
import { newest } from "../../link/story.ts";
import { hasFeeds } from "../../link/threads.ts";
import { digest } from "../../state/digest.ts";
import { digestOf } from "../../state/lazyBody.ts";
import type { PageMemory } from "../../state/PageMemory.ts";
import type { OnDone } from "../../output/buildProgress.ts";
import type { Renderer } from "../renderFiles.ts";
import { correctionsFeed } from "./correctionsFeed.ts";
import { type Feed, feedLists, type FeedList, feedOf, type FeedSetting, liveFeedOf } from "./feed.ts";

/**
 * Writes the feeds of the edition and of every language, topic, section, author, place, longer thread and live blog, and
 * of all corrections. Pictures must be in the output already, since feeds state their sizes.
 * @param memory of the previous build: the feeds of a list whose newest stories have not changed are kept
 * @param onFeed called with the number of lists that are done
 */
export async function writeFeeds(
  { lists, stories }: Linked,
  setting: FeedSetting,
  renderer: Renderer,
  memory: PageMemory | undefined,
  onFeed: OnDone,
): Promise<void> {
  const { settings, site, output } = setting;
  const withFeeds = feedLists(lists, stories, setting.edition).filter((list) => list.kind !== "thread" || hasFeeds(list));
  const put = async (path: (format: FeedFormat) => string, known: string, make: () => Feed): Promise<void> => {
    const files = FEED_FORMATS.map((format) => decodeURIComponent(inSite(site.prefix ?? "", path(format)).slice(1)));
    if (memory?.isSame(`feeds ${files[0]}`, known) && output.keep(...files)) return;
    for (const file of files) output.expect(file);
    await renderer.take({ type: "feeds", feed: make(), files });
    await setImmediate();
  };
  for (const [index, list] of withFeeds.entries()) {
    await put(
      (format) => feedPath(list.kind, list.slug, format),
      known(list, settings.feeds.items),
      () => feedOf(list, setting),
    );
    onFeed(index + 1, withFeeds.length);
  }
  for (const { article } of stories)
    if (article.liveBlog)
      await put(
        (format) => feedPath("article", article.slug, format),
        digestOf(article),
        () => liveFeedOf(article, setting),
      );
  if (!setting.edition.corrections) return;
  const corrections = correctionsFeed(stories, setting);
  await put(correctionsFeedPath, digest(JSON.stringify(corrections)), () => corrections);
}

function known({ kind, slug, name, description, stories }: FeedList, items: number): string {
  return digest(JSON.stringify([kind, slug, name, description, newest(stories, items).map(({ article }) => digestOf(article))]));
}
