import { matchRoutes, type Params, type RouteObject } from "react-router";

/** A route of one page kind. `prefetch` fetches its code and its data without going there. */
export type PageRoute = RouteObject & { prefetch?: (params: Params) => Promise<unknown> };

/**
 * Prefetches a page: imports its chunk and loads its file into the cache, through
 * the same route that will show it. A failure is ignored here: the page itself will
 * report it, and may be fetched again.
 * @returns resolves when the page has loaded, or failed to, to whether anything was fetched for it
 */
export function prefetcher(pages: PageRoute[], base: string): (href: string) => Promise<boolean> {
  const prefetched = new Set<string>();
  return async (href) => {
    const { pathname } = new URL(href);
    if (prefetched.has(pathname) || pathname === location.pathname) return false;
    const match = matchRoutes(pages, pathname, base)?.at(-1);
    if (!match?.route.prefetch) return false;
    prefetched.add(pathname);
    await match.route.prefetch(match.params).catch(() => prefetched.delete(pathname));
    return true;
  };
}
