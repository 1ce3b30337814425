import { idle } from "#loading/early/idle.ts";
import { linkAt } from "./linkAt.ts";

/** The links that readers open: headlines, and topics in a story, beside another topic or above a headline. Others use up the limit. */
const WORTH = "main :is(:is(h2, h3, h4, .chips, .related, .kicker) a, a.kicker)[href]";
const HEADLINE = "h2 a, h3 a, h4 a";

/** How long a link stays in view before it counts as seen, in milliseconds. Scrolling past it fetches nothing. */
const DWELL = 600;

/**
 * Prefetches the pages of the first links in view, headlines before topics, while
 * the browser is idle. A link that has left the view is skipped.
 * @param prefetch takes the address of a page of this edition, and resolves to whether it fetched anything for it
 * @param most how many pages are prefetched for each page that is read
 * @param atOnce how many of them at once
 * @returns observes the links of the page that is shown now, in place of the previous ones
 */
export function prefetchInView(prefetch: (href: string) => Promise<boolean>, most: number, atOnce: number): () => void {
  const inView = new Set<Element>();
  let page = { left: most };
  let underway = 0;
  const next = async () => {
    if (underway === atOnce || inView.size === 0 || page.left === 0) return;
    const current = page;
    underway += 1;
    current.left -= 1;
    await idle();
    const links = [...inView];
    const link = links.find((seen) => seen.matches(HEADLINE)) ?? links[0];
    if (link) inView.delete(link);
    const href = link?.isConnected ? linkAt(link) : undefined;
    if (!href || !(await prefetch(href))) current.left += 1;
    underway -= 1;
    await next();
  };
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(timers.get(target));
      inView.delete(target);
      if (isIntersecting)
        timers.set(
          target,
          setTimeout(() => (inView.add(target), void next()), DWELL),
        );
    }
  });
  return () => {
    observer.disconnect();
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    inView.clear();
    page = { left: most };
    for (const link of document.querySelectorAll(WORTH)) observer.observe(link);
  };
}
