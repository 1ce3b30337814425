import type { ListPage } from "#content/listPage.ts";

/** One stop of the pager: the newest page, a numbered page, or a gap between two. */
export type PagerStop = { type: "newest" | "gap" } | { type: "page"; page: number };

/**
 * "Newest · 11 · 10 … 1". The newest page holds the last full page's stories,
 * so it leads on to the one before. A numbered page knows only itself and what
 * came before it: it must read the same for ever.
 */
export function pagerPages(list: ListPage): PagerStop[] {
  const { page, fullPages = 0, newer = false } = list;
  const upper = page === undefined ? fullPages - 1 : newer ? page + 1 : page;
  const lower = page === undefined ? upper - 1 : page - 1;
  const stops: PagerStop[] = [{ type: "newest" }];
  for (let at = upper; at >= Math.max(lower, 1); at--) stops.push({ type: "page", page: at });
  if (lower > 2) stops.push({ type: "gap" });
  if (lower > 1) stops.push({ type: "page", page: 1 });
  return stops;
}
