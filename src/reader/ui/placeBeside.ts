/** Between what is shown and what it belongs to, in pixels. */
export const GAP = 8;
/** Between it and the window's edge: the gutter of a phone. */
const EDGE = 16;
/** What the bar of tools takes from the foot of a phone. */
const BAR = 64;

/**
 * Places a floating part of the page under a stretch of text, or over it where
 * there is no room below, wholly inside the window's width. Its position is that of the document.
 * @param free what has to stay free of the window at its head and at its foot, in pixels
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
