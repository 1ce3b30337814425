/** What stands over the page at its edges, in pixels: the masthead, and tools with the small player. */
const ABOVE = 80;
const BELOW = 200;

type Placed = { getBoundingClientRect: () => DOMRect };

let byPages: ((placed: Range | Element) => boolean) | undefined;

export function isInView(placed: Placed): boolean {
  const rect = placed.getBoundingClientRect();
  // Nothing stands over a page of a story, and all of it is looked at.
  const [above, below] = byPages ? [0, 0] : [ABOVE, BELOW];
  const isAcross = byPages !== undefined && isBeside(rect);
  return rect.top >= above && Math.min(rect.bottom, rect.top + 200) <= window.innerHeight - below && !isAcross;
}

/** Whether a place in a story is on another of its pages: where it is turned, those before stand at one side of it, those after at the other. */
export function isBeside({ left, right }: DOMRect): boolean {
  const frame = document.querySelector("main > .story")?.getBoundingClientRect();
  return frame !== undefined && (right <= frame.left + 1 || left >= frame.right - 1);
}

/** Has a story that is turned page by page show places of it itself. @param show answers whether the place is in it */
export function showPlacesBy(show: typeof byPages): void {
  byPages = show;
}

/** How long a smooth scroll may take to begin, in milliseconds: Chromium drops one now and then that a layout falls into. */
const BEGINS = 500;

let late: ReturnType<typeof setTimeout> | undefined;

/** Scrolls so that a part of the page stands in the upper third of the window. At once where the reader wants less motion. */
export function bringIntoView(placed: Range | Element): void {
  clearTimeout(late);
  if (byPages?.(placed)) return;
  const scroll = (behavior: ScrollBehavior) => {
    const { top } = placed.getBoundingClientRect();
    window.scrollTo({ top: window.scrollY + top - window.innerHeight / 4, behavior });
  };
  const isSmooth = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--calm")) > 0;
  if (!isSmooth) return scroll("instant");
  window.addEventListener("scroll", () => clearTimeout(late), { once: true });
  scroll("smooth");
  late = setTimeout(() => {
    // By then the place may be gone, or its story may be turned page by page.
    if (placed.getBoundingClientRect().height > 0 && !byPages?.(placed)) scroll("instant");
  }, BEGINS);
}
