import type { ListPage } from "#content/listPage.ts";
import type { Teaser } from "#content/teaser.ts";

/** The stories of a list's newest page, the newest first. */
export function storiesOf(list: ListPage): Teaser[] {
  return list.days.flatMap(({ teasers }) => teasers);
}

/** Whether a story came after a visit. @param seenAt when that was, in milliseconds since 1970 */
export function isNewSince(teaser: Teaser, seenAt: number): boolean {
  return Date.parse(teaser.datePublished) > seenAt;
}

/** How many stories of a list are new; `more`: the newest page does not show all of them. */
export function countNew(list: ListPage, seenAt: number): { count: number; more: boolean } {
  const stories = storiesOf(list);
  const count = stories.filter((teaser) => isNewSince(teaser, seenAt)).length;
  return { count, more: count > 0 && count === stories.length && (list.count ?? 0) > count };
}

/** The stories of several lists as one, each once, the newest first. */
export function together(lists: Teaser[][]): Teaser[] {
  const bySlug = new Map(lists.flat().map((teaser) => [teaser.slug, teaser]));
  return [...bySlug.values()].toSorted((a, b) => Date.parse(b.datePublished) - Date.parse(a.datePublished));
}
