import { idle } from "../../hydration/early/idle.ts";
import { linkAt } from "./linkAt.ts";

/** What readers open: stories by their headlines, and topics, whether in a story, next to a topic or above a headline. Other small links would use up what may be fetched. */
const WORTH = "main :is(h2, h3, h4, .chips, .related, .kicker) a[href]";
const HEADLINE = "h2 a, h3 a, h4 a";

/** How long a link stays in view before it counts as seen, in milliseconds. Scrolling past asks for nothing. */
const DWELL = 600;

/**
 * Prefetches what the links in view lead to: the first of them, headlines before
 * topics, while the browser is idle. A link that has left the view is passed over.
 * @param prefetch takes the address of a page of this edition, and tells whether it fetched anything for it
 * @param most how many pages are prefetched for each page that is read
 * @param atOnce how many of them at once
 * @returns looks at the links of the page that is shown now, in place of those before
 */
export function prefetchInView(prefetch: (href: string) => Promise<boolean>, most: number, atOnce: number): () => void {
  const inView = new Set<Element>();
  let page = { left: most };
  let underway = 0;
  const next = async () => {
    if (underway === atOnce || inView.size === 0 || page.left === 0) return;
    const of = page;
    underway += 1;
    of.left -= 1;
    await idle();
    const links = [...inView];
    const link = links.find((one) => one.matches(HEADLINE)) ?? links[0];
    if (link) inView.delete(link);
    const href = link?.isConnected ? linkAt(link) : undefined;
    if (!href || !(await prefetch(href))) of.left += 1;
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
