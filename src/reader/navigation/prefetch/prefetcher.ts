import { matchRoutes, type Params, type RouteObject } from "react-router";

/** A route of one page kind. `bringNear` fetches its code and its data without going there. */
export type PageRoute = RouteObject & { bringNear?: (params: Params) => Promise<unknown> };

/** How many pages are brought near at once. */
const AT_ONCE = 2;

/**
 * What "near" means for a page: its chunk is imported and its file is in the
 * cache, by the same route that will show it. A failure here is nobody's
 * business yet; the page itself will tell, and may be asked for again.
 * @returns resolves when the page is near, or is not going to be
 */
export function prefetcher(pages: PageRoute[], base: string): (href: string) => Promise<void> {
  const near = new Set<string>();
  let underway = 0;
  return async (href) => {
    const { pathname } = new URL(href);
    if (near.has(pathname) || underway >= AT_ONCE || pathname === location.pathname) return;
    const match = matchRoutes(pages, pathname, base)?.at(-1);
    if (!match?.route.bringNear) return;
    near.add(pathname);
    underway += 1;
    await match.route.bringNear(match.params).catch(() => near.delete(pathname));
    underway -= 1;
  };
}
