import { setImmediate } from "node:timers/promises";
import { feedFormats, hasFeed } from "#content/feeds.ts";
import { correctionsFeedPath, FEED_FORMATS, type FeedFormat, feedPath, inSite } from "#content/paths.ts";
import type { Linked } from "../../link/link.ts";
import { newest } from "../../link/story.ts";
import { digest } from "../../state/digest.ts";
import { digestOf } from "../../state/lazyBody.ts";
import type { PageMemory } from "../../state/PageMemory.ts";
import type { OnDone } from "../../output/buildProgress.ts";
import type { Renderer } from "../renderFiles.ts";
import { correctionsFeed } from "./correctionsFeed.ts";
import { type Feed, feedLists, type FeedList, feedOf, type FeedSetting, liveFeedOf } from "./feed.ts";

/**
 * Writes the feeds of the edition and of every language and section, of each topic, place, author and thread with some
 * stories, of live blogs, and of all corrections. A feed that the previous site has stays, since somebody may follow it.
 * Pictures must be in the output already, since feeds state their sizes.
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
  const put = async (path: (format: FeedFormat) => string, formats: FeedFormat[], known: string, make: () => Feed): Promise<void> => {
    const files = FEED_FORMATS.map((format) => ({
      format,
      file: decodeURIComponent(inSite(site.prefix ?? "", path(format)).slice(1)),
    })).filter(({ format, file }) => formats.includes(format) || output.before.has(file));
    const [first] = files;
    if (!first || (memory?.isSame(`feeds ${first.file}`, known) && output.keep(...files.map(({ file }) => file)))) return;
    for (const { file } of files) output.expect(file);
    await renderer.take({ type: "feeds", feed: make(), files });
    await setImmediate();
  };
  const inLists = feedLists(lists, stories, setting.edition);
  for (const [index, list] of inLists.entries()) {
    await put(
      (format) => feedPath(list.kind, list.slug, format),
      hasFeed(list.kind, list.stories.length) ? feedFormats(list.kind) : [],
      known(list, settings.feeds.items),
      () => feedOf(list, setting),
    );
    onFeed(index + 1, inLists.length);
  }
  for (const { article } of stories)
    if (article.liveBlog)
      await put(
        (format) => feedPath("article", article.slug, format),
        feedFormats("article"),
        digestOf(article),
        () => liveFeedOf(article, setting),
      );
  if (!setting.edition.corrections) return;
  const corrections = correctionsFeed(stories, setting);
  await put(correctionsFeedPath, FEED_FORMATS, digest(JSON.stringify(corrections)), () => corrections);
}

function known({ kind, slug, name, description, stories }: FeedList, items: number): string {
  return digest(JSON.stringify([kind, slug, name, description, newest(stories, items).map(({ article }) => digestOf(article))]));
}
