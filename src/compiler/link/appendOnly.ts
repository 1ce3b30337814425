import { PAGE_SIZE } from "#content/pages/listPage.ts";

/** A page that stays as it is once it is full, but for whether there is a newer one. Page 1 has the oldest. */
type NumberedPage<T> = { page: number; newer: boolean; items: T[] };

/**
 * What only grows at its end, as pages that do: each numbered one is full and stays; the newest
 * has the last full page and what has not filled the next yet, or all where no page is full (decisions/002).
 * @param all the oldest first, as the items of each page are
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
