import type { ListPage } from "#content/pages/listPage.ts";
import type { Teaser } from "#content/teaser.ts";

/** The stories of a list's newest page, the newest first. */
export function storiesOf(list: ListPage): Teaser[] {
  return list.days.flatMap(({ teasers }) => teasers);
}

/** What a reader had seen of a list, and when. Records of earlier versions say only when. */
export type Seen = { seenAt: number; seen?: string[] | undefined };

/**
 * The stories of a list that were not there when it was last looked at, whatever
 * their dates. Stories older than all that were seen have only moved up, because
 * others were removed.
 */
export function newIn(list: ListPage, { seenAt, seen }: Seen): Teaser[] {
  const stories = storiesOf(list);
  if (seen === undefined) return stories.filter(({ datePublished }) => Date.parse(datePublished) > seenAt);
  const known = new Set(seen);
  const oldest = stories.findLastIndex(({ slug }) => known.has(slug));
  return stories.slice(0, oldest === -1 ? undefined : oldest).filter(({ slug }) => !known.has(slug));
}

/** How many stories of a list are new. `more`: not all of them are on the newest page. */
export function countNew(list: ListPage, before: Seen): { count: number; more: boolean } {
  const { length: count } = newIn(list, before);
  return { count, more: count > 0 && count === storiesOf(list).length && (list.count ?? 0) > count };
}

/** The stories of several lists as one, each once, the newest first. */
export function mergeStories(lists: Teaser[][]): Teaser[] {
  const bySlug = new Map(lists.flat().map((teaser) => [teaser.slug, teaser]));
  return [...bySlug.values()].toSorted((a, b) => Date.parse(b.datePublished) - Date.parse(a.datePublished));
}
