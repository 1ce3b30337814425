import { isBeside } from "../../../ui/bringIntoView.ts";
import { caretAt, letterAt, offsetIn, TEXT_TOP } from "../../../ui/caretAt.ts";

/** A place in a story: the number of its paragraph, from 1, and the offset in the paragraph's text, in UTF-16 code units. */
export type Place = { paragraph: number; offset: number };

/** The place at the top of the window, and whether the end of the text is in view. Undefined on a page without paragraphs. */
export function placeInView(): (Place & { atEnd: boolean }) | undefined {
  const all = paragraphs();
  const last = all.at(-1);
  const first = all.find((paragraph) => partsOf(paragraph).some(isAhead)) ?? last;
  if (!first || !last) return undefined;
  return { paragraph: numberOf(first), offset: offsetSeen(first), atEnd: partsOf(last).slice(-1).some(isPassed) };
}

/** The offset at which the visible part of a paragraph begins. */
function offsetSeen(paragraph: HTMLElement): number {
  const parts = partsOf(paragraph);
  const here = parts.find(isAhead);
  if (!here || (here === parts[0] && here.top >= TEXT_TOP)) return 0;
  const start = getComputedStyle(paragraph).direction === "rtl" ? here.right - 2 : here.left + 2;
  return offsetAt(paragraph, start, Math.max(here.top, TEXT_TOP) + 4);
}

/** The boxes of a paragraph: in a story that is shown in pages, it may begin on one page and end on the next. */
const partsOf = (paragraph: HTMLElement): DOMRect[] => [...paragraph.getClientRects()];

const isAhead = (rect: DOMRect): boolean => rect.bottom > TEXT_TOP && !isBeside(rect);
const isPassed = (rect: DOMRect): boolean => rect.bottom <= window.innerHeight && !isBeside(rect);

/** The text at a place, or the paragraph if its text has been shortened since. Undefined if there is no such paragraph any more. */
export function rangeAt({ paragraph, offset }: Place): Range | undefined {
  const element = document.getElementById(`p-${paragraph}`);
  return element ? letterAt(element, offset) : undefined;
}

function paragraphs(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".prose > p[id^='p-']")];
}

function numberOf({ id }: HTMLElement): number {
  return Number(id.slice("p-".length));
}

/** The offset in a paragraph's text of a point of the window; 0 if the browser cannot tell. */
function offsetAt(paragraph: HTMLElement, x: number, y: number): number {
  const spot = caretAt(x, y);
  if (!spot || !paragraph.contains(spot.node)) return 0;
  return offsetIn(paragraph, spot.node, spot.offset);
}
