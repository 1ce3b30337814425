/** The distance between a floating part and its text, in pixels. */
export const GAP = 8;
/** Its distance from the edge of the window: the gutter of a phone. */
const EDGE = 16;
/** The height of the bar of tools at the bottom of a phone. */
const BAR = 64;

/**
 * Places a floating part of the page below a range of text, or above it if there is
 * no room below, within the window's width. Its position is relative to the document.
 * @param free what has to stay free at the top and the bottom of the window, in pixels
 */
export function placeBeside(part: HTMLElement, text: DOMRect, gap = GAP, free = { head: 0, foot: BAR }): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { width, height } = part.getBoundingClientRect();
  const left = Math.max(EDGE, Math.min(text.left, clientWidth - width - EDGE));
  const below = text.bottom + gap;
  const above = text.top - gap - height;
  const top = below + height > clientHeight - free.foot && above >= free.head ? above : below;
  part.style.left = `${left + window.scrollX}px`;
  part.style.top = `${top + window.scrollY}px`;
}
