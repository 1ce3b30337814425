import { linkAt } from "./linkAt.ts";

/** How long a pointer rests on a link before it is taken as intent, in milliseconds. */
const HOVER = 65;

/**
 * Asks for the next page before the reader does: when a pointer rests on its
 * link, when the link has the focus, or at the first touch. One listener each for
 * the whole document.
 * @param prefetch takes the address of a page of this edition
 */
export function prefetchOnIntent(prefetch: (href: string) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = ({ target }: Event) => {
    const href = linkAt(target);
    if (href) prefetch(href);
  };
  const soon = ({ target }: Event) => {
    clearTimeout(timer);
    const href = linkAt(target);
    if (href) timer = setTimeout(() => prefetch(href), HOVER);
  };
  document.addEventListener("pointerover", soon, { passive: true });
  document.addEventListener("focusin", now);
  document.addEventListener("touchstart", now, { passive: true });
}
