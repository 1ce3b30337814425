import { PAGE_SIZE } from "#content/pages/listPage.ts";

/** A full page, which never changes again except for whether there is a newer one. Page 1 has the oldest items. */
type NumberedPage<T> = { page: number; newer: boolean; items: T[] };

/**
 * Divides a list that only grows at its end into pages: numbered pages are full and never change; the newest page
 * has the last full page and the items after it, or all items if no page is full (decisions/002).
 * @param all the oldest first, like the items of each page
 */
export function appendOnly<T>(all: readonly T[]): { newest: T[]; fullPages: number; numbered: NumberedPage<T>[] } {
  const fullPages = Math.floor(all.length / PAGE_SIZE);
  const numbered = Array.from({ length: fullPages }, (_, at) => ({
    page: at + 1,
    newer: at + 1 < fullPages,
    items: all.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE),
  }));
  return { newest: all.slice(Math.max(0, fullPages - 1) * PAGE_SIZE), fullPages, numbered };
}
