import { type ListPage, olderThanNewest } from "#content/pages/listPage.ts";
import { useWords } from "../../i18n/words.ts";
import { PageNav, type PageStop } from "../../ui/PageNav.tsx";

/** What a list page knows about the others. */
type Paged = Pick<ListPage, "page" | "newer" | "count" | "fullPages">;

/** Links to a list's pages, newest first, unless there is only one. */
export function Pager({ list, to }: { list: Paged; to: (page?: number) => string }) {
  const words = useWords();
  const pages = pagerPages(list);
  if (pages.length < 2) return null;
  const older = list.page === undefined ? olderThanNewest(list) : list.page - 1;
  const stops = pages.map((stop): PageStop => {
    if (stop.type === "gap") return { name: "…" };
    const page = stop.type === "page" ? stop.page : undefined;
    const isOpen = page === list.page;
    return page === undefined ? { name: words.newest, to: to(), isOpen } : { name: page, to: to(page), label: words.page(page), isOpen };
  });
  return (
    <PageNav
      previous={list.page === undefined ? undefined : { to: to(list.newer ? list.page + 1 : undefined), name: words.newer }}
      next={older > 0 ? { to: to(older), name: words.older } : undefined}
      stops={stops}
    />
  );
}

/** One stop of the pager: the newest page, a numbered page, or a gap between two. */
type PagerStop = { type: "newest" | "gap" } | { type: "page"; page: number };

/** "Newest · 11 · 10 … 1". A numbered page knows only itself and what came before it: it must stay the same for ever. */
export function pagerPages(list: Paged): PagerStop[] {
  const { page, newer = false } = list;
  const upper = page === undefined ? olderThanNewest(list) : newer ? page + 1 : page;
  const lower = page === undefined ? upper - 1 : page - 1;
  const stops: PagerStop[] = [{ type: "newest" }];
  for (let at = upper; at >= Math.max(lower, 1); at--) stops.push({ type: "page", page: at });
  if (lower > 2) stops.push({ type: "gap" });
  if (lower > 1) stops.push({ type: "page", page: 1 });
  return stops;
}
