import { prefetchInView } from "./prefetchInView.ts";
import { prefetchOnIntent } from "./prefetchOnIntent.ts";
import { isWellConnected } from "./isWellConnected.ts";
import { savesData } from "./savesData.ts";

/**
 * Prefetches the next page before it is asked for: the one that the reader
 * points at, and on a good connection those whose links are in view. Nothing where
 * the reader saves data.
 * @param prefetch takes the address of a page of this edition
 * @param onPage calls back when a page is shown
 */
export async function startPrefetching(prefetch: (href: string) => Promise<void>, onPage: (shown: () => void) => void): Promise<void> {
  if (savesData()) return;
  prefetchOnIntent((href) => void prefetch(href));
  if (!("IntersectionObserver" in window) || !(await isWellConnected())) return;
  const look = prefetchInView(prefetch);
  look();
  onPage(look);
}
