import { linkAt } from "./linkAt.ts";

/** How long a pointer rests on a link before it is taken as a wish, in milliseconds. */
const REST = 65;

/**
 * Asks for the next page before the reader does: when a pointer rests on its
 * link, when the link has the focus, or at the first touch. One listener each for
 * the whole document.
 * @param bring brings a page of this edition near, by its address
 */
export function bringWished(bring: (href: string) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = ({ target }: Event) => {
    const href = linkAt(target);
    if (href) bring(href);
  };
  const soon = ({ target }: Event) => {
    clearTimeout(timer);
    const href = linkAt(target);
    if (href) timer = setTimeout(() => bring(href), REST);
  };
  document.addEventListener("pointerover", soon, { passive: true });
  document.addEventListener("focusin", now);
  document.addEventListener("touchstart", now, { passive: true });
}
