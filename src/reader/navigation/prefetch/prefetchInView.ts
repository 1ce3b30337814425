import { idle } from "../../hydration/early/idle.ts";
import { linkAt } from "./linkAt.ts";

/** What readers open: stories by their headlines, and the topics of a story or beside a topic. The small links around them would use up what may be fetched. */
const WORTH = "main :is(h2, h3, h4, .chips, .related) a[href]";
const HEADLINE = "h2 a, h3 a, h4 a";

/** How long a link stays in view before it counts as seen, in milliseconds. Scrolling past asks for nothing. */
const DWELL = 600;

/**
 * Prefetches what the links in view lead to: the first of them, headlines before
 * topics, one after the other while the browser is idle. A link that has left the view is passed over.
 * @param prefetch takes the address of a page of this edition, and tells whether it fetched anything for it
 * @param most how many pages are prefetched for each page that is read
 * @returns looks at the links of the page that is shown now, in place of those before
 */
export function prefetchInView(prefetch: (href: string) => Promise<boolean>, most: number): () => void {
  const inView = new Set<Element>();
  let left = most;
  let busy = false;
  const next = async () => {
    if (busy || inView.size === 0 || left === 0) return;
    busy = true;
    await idle();
    const links = [...inView];
    const link = links.find((one) => one.matches(HEADLINE)) ?? links[0];
    if (link) inView.delete(link);
    const href = link?.isConnected ? linkAt(link) : undefined;
    if (href && (await prefetch(href))) left -= 1;
    busy = false;
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
    left = most;
    for (const link of document.querySelectorAll(WORTH)) observer.observe(link);
  };
}
