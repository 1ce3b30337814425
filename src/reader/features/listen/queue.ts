import { subjectId } from "#content/library/subjectId.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import type { SeriesPage } from "#content/pages/seriesPage.ts";
import type { StoryLink } from "#content/teaser.ts";
import { library } from "../../data/library/library.ts";
import { libraryOf } from "../../data/library/useLibrary.ts";
import type { StoryCache } from "../../data/storyCache.ts";
import { type StorySource, storySource } from "../../data/storySource.ts";
import { loadMore } from "../../i18n/loadCatalogue.ts";
import { isPlayable } from "./playable.ts";
import { type Older, type Queue, queued, type QueuedStory } from "./queued.ts";

/** The stories of a page of a list, the newest first, and where older ones are. What is muted or was heard is left out. */
async function queueOf(list: ListPage): Promise<Queue> {
  await library().ready;
  const { kind, slug, page, fullPages = 0 } = list;
  const stories = list.days.flatMap(({ teasers }) => teasers);
  // The newest page holds the last full one.
  const next = page === undefined ? fullPages - 1 : page - 1;
  const own = kind === "topic" || kind === "author" ? subjectId(kind, slug) : undefined;
  return { stories: unheard(stories, own).map(queued), ...(next > 0 && { older: { kind, slug, page: next } }) };
}

async function queueOfSeries({ teasers }: SeriesPage): Promise<Queue> {
  await library().ready;
  return { stories: unheard(teasers).map(queued) };
}

/** Pages of a list that are looked through for a story, at most: they may hold nothing but what was heard. */
const MOST_PAGES = 5;

/**
 * The next stories of a list, up to the end of the first page that has one to play. The queue keeps the others for a browser that plays them.
 * @param known slugs of those that are in the queue already
 * @returns where to look again, too, where a page does not come or many have nothing to play
 */
export async function moreOf(source: StorySource, older: Older | undefined, known: ReadonlySet<string>): Promise<Queue> {
  const stories: QueuedStory[] = [];
  let next = older;
  for (let pages = 0; next && pages < MOST_PAGES && !stories.some(isPlayable); pages += 1) {
    const { kind, slug, page } = next;
    const found = await source
      .list(kind, slug, page)
      .then(queueOf)
      .catch(() => undefined);
    if (!found) break;
    next = found.older;
    stories.push(...found.stories.filter((story) => !known.has(story.slug)));
  }
  return { stories, older: next };
}

/**
 * A list as a station: its newest stories, then older ones; a series from its first part on.
 * @param say tells the reader why where nothing is left to play
 */
export async function stationOf(of: ListPage | SeriesPage, cache: StoryCache, say: (text: string) => void): Promise<Queue> {
  const newest = "teasers" in of ? await queueOfSeries(of) : await queueOf(of);
  if (newest.stories.some(isPlayable)) return newest;
  const more = await moreOf(storySource(cache), newest.older, new Set(newest.stories.map(({ slug }) => slug)));
  const stories = [...newest.stories, ...more.stories];
  if (stories.some(isPlayable)) return { ...more, stories };
  const { allHeard, unrecorded } = (await loadMore(document.documentElement.lang)).listening;
  say(stories.length === 0 ? allHeard : unrecorded);
  return { stories: [] };
}

/** @param own what is muted, and is listened to all the same */
export function unheard<Story extends Pick<StoryLink, "slug" | "about">>(stories: readonly Story[], own?: string): Story[] {
  const muted = libraryOf("muted");
  const read = libraryOf("read");
  return stories.filter(({ slug, about = [] }) => !read.get(slug)?.heard && !about.some((id) => id !== own && muted.has(id)));
}
