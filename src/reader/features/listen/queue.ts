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
import { type NextPage, type Queue, queued, type QueuedStory } from "./queued.ts";

/** The stories of a list page, newest first, without those muted or heard, and where to find older ones. */
async function queueOf(list: ListPage): Promise<Queue> {
  await library().ready;
  const { kind, slug, page, fullPages = 0 } = list;
  const stories = list.days.flatMap(({ teasers }) => teasers);
  // The newest page includes the last full one.
  const next = page === undefined ? fullPages - 1 : page - 1;
  const subject = kind === "topic" || kind === "author" ? subjectId(kind, slug) : undefined;
  return { stories: unheard(stories, subject).map(queued), ...(next > 0 && { older: { kind, slug, page: next } }) };
}

async function queueOfSeries({ teasers }: SeriesPage): Promise<Queue> {
  await library().ready;
  return { stories: unheard(teasers).map(queued) };
}

/** The maximum number of list pages to search for a story: all the stories on them may have been heard. */
const MOST_PAGES = 5;

/**
 * The next stories of a list, up to the end of the first page with a playable one. The queue keeps the others for another browser.
 * @param known the slugs of stories already in the queue
 * @returns also where to continue if a page fails to load, or many have nothing to play
 */
export async function nextStories(source: StorySource, older: NextPage | undefined, known: ReadonlySet<string>): Promise<Queue> {
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
 * The queue of a list, with its newest stories first, or of a series, starting with its first part.
 * @param say tells the reader why if nothing is left to play
 */
export async function queueOfPage(of: ListPage | SeriesPage, cache: StoryCache, say: (text: string) => void): Promise<Queue> {
  const newest = "teasers" in of ? await queueOfSeries(of) : await queueOf(of);
  if (newest.stories.some(isPlayable)) return newest;
  const more = await nextStories(storySource(cache), newest.older, new Set(newest.stories.map(({ slug }) => slug)));
  const stories = [...newest.stories, ...more.stories];
  if (stories.some(isPlayable)) return { ...more, stories };
  const { allHeard, unrecorded } = (await loadMore(document.documentElement.lang)).listening;
  say(stories.length === 0 ? allHeard : unrecorded);
  return { stories: [] };
}

/** @param subject the id of a subject whose stories are included even if it is muted */
export function unheard<Story extends Pick<StoryLink, "slug" | "about">>(stories: readonly Story[], subject?: string): Story[] {
  const muted = libraryOf("muted");
  const read = libraryOf("read");
  return stories.filter(({ slug, about = [] }) => !read.get(slug)?.heard && !about.some((id) => id !== subject && muted.has(id)));
}
