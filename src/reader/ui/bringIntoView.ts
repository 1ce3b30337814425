/** What covers the page at its edges, in pixels: the masthead above, the tools and the mini player below. */
const ABOVE = 80;
const BELOW = 200;

type Placed = { getBoundingClientRect: () => DOMRect };

let pagedScroll: ((placed: Range | Element) => boolean) | undefined;

export function isInView(placed: Placed): boolean {
  const rect = placed.getBoundingClientRect();
  // Nothing covers a page of a paged story, so all of it counts.
  const [above, below] = pagedScroll ? [0, 0] : [ABOVE, BELOW];
  const isAcross = pagedScroll !== undefined && isBeside(rect);
  return rect.top >= above && Math.min(rect.bottom, rect.top + 200) <= window.innerHeight - below && !isAcross;
}

/** Whether a place is on another page of a paged story: the pages before are on one side of the frame, those after on the other. */
export function isBeside({ left, right }: DOMRect): boolean {
  const frame = document.querySelector("main > .story")?.getBoundingClientRect();
  return frame !== undefined && (right <= frame.left + 1 || left >= frame.right - 1);
}

/** Lets a paged story show places in it itself. @param show returns whether the place is in the story */
export function setPagedScroll(show: typeof pagedScroll): void {
  pagedScroll = show;
}

/** How long a smooth scroll may take to begin, in milliseconds: Chromium sometimes drops one that a layout interrupts. */
const BEGINS = 500;

let late: ReturnType<typeof setTimeout> | undefined;

/** Scrolls a part of the page into the upper third of the window; without animation if the reader wants reduced motion. */
export function bringIntoView(placed: Range | Element): void {
  clearTimeout(late);
  if (pagedScroll?.(placed)) return;
  const scroll = (behavior: ScrollBehavior) => {
    const { top } = placed.getBoundingClientRect();
    window.scrollTo({ top: window.scrollY + top - window.innerHeight / 4, behavior });
  };
  const isSmooth = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--calm")) > 0;
  if (!isSmooth) return scroll("instant");
  window.addEventListener("scroll", () => clearTimeout(late), { once: true });
  scroll("smooth");
  late = setTimeout(() => {
    // By then the place may be gone, or its story may be paged.
    if (placed.getBoundingClientRect().height > 0 && !pagedScroll?.(placed)) scroll("instant");
  }, BEGINS);
}
