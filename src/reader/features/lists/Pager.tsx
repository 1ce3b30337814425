import { type ListPage, olderThanNewest } from "#content/pages/listPage.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useWords } from "../../i18n/words.ts";
import { PageLink } from "../../ui/PageLink.tsx";

/** What a list page knows about the others. */
type Paged = Pick<ListPage, "page" | "newer" | "count" | "fullPages">;

/** Links to a list's pages, newest first, unless there is only one. */
export function Pager({ list, to }: { list: Paged; to: (page?: number) => string }) {
  const words = useWords();
  const stops = pagerPages(list);
  if (stops.length < 2) return null;
  const older = list.page === undefined ? olderThanNewest(list) : list.page - 1;
  return (
    <nav className="pages" aria-label={words.pages}>
      {list.page !== undefined && (
        <PageLink to={to(list.newer ? list.page + 1 : undefined)} rel="prev">
          <Icon name="left" turns />
          {words.newer}
        </PageLink>
      )}
      {stops.map((stop, place) => {
        if (stop.type === "gap") return <span key={place}>…</span>;
        const page = stop.type === "page" ? stop.page : undefined;
        const name = page ?? words.newest;
        return page === list.page ? (
          <span key={place} aria-current="page">
            {name}
          </span>
        ) : (
          <PageLink key={place} to={to(page)} {...(page !== undefined && { "aria-label": words.page(page) })}>
            {name}
          </PageLink>
        );
      })}
      {older > 0 && (
        <PageLink to={to(older)} rel="next">
          {words.older}
          <Icon name="right" turns />
        </PageLink>
      )}
    </nav>
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
