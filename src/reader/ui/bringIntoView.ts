/** What stands over the page at its edges, in pixels: the masthead, and tools with the small player. */
const ABOVE = 80;
const BELOW = 200;

type Placed = { getBoundingClientRect: () => DOMRect };

export function isInView(placed: Placed): boolean {
  const { top, bottom } = placed.getBoundingClientRect();
  return top >= ABOVE && Math.min(bottom, top + 200) <= window.innerHeight - BELOW;
}

let byPages: ((placed: Range | Element) => boolean) | undefined;

/** Has a story that is turned page by page show places of it itself. @param show answers whether the place is in it */
export function showPlacesBy(show: typeof byPages): void {
  byPages = show;
}

/** Scrolls so that a part of the page stands in the upper third of the window. At once where the reader wants less motion. */
export function bringIntoView(placed: Range | Element): void {
  if (byPages?.(placed)) return;
  const still = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--calm")) === 0;
  const { top } = placed.getBoundingClientRect();
  window.scrollTo({ top: window.scrollY + top - window.innerHeight / 4, behavior: still ? "instant" : "smooth" });
}
