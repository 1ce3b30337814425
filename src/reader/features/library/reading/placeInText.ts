import { isBeside } from "../../../ui/bringIntoView.ts";
import { caretAt, letterAt, offsetIn, TEXT_TOP } from "../../../ui/caretAt.ts";

/** A place in a story: the paragraph by its number, from 1, and how far into its text, in UTF-16 units. */
export type Place = { paragraph: number; offset: number };

/** The place that stands at the top of the window, and whether the end of the text is in it. Undefined on a page without paragraphs. */
export function placeInView(): (Place & { atEnd: boolean }) | undefined {
  const all = paragraphs();
  const last = all.at(-1);
  const first = all.find((each) => partsOf(each).some(isAhead)) ?? last;
  if (!first || !last) return undefined;
  return { paragraph: numberOf(first), offset: offsetSeen(first), atEnd: partsOf(last).slice(-1).some(isPassed) };
}

/** How far into a paragraph what is seen of it begins. */
function offsetSeen(paragraph: HTMLElement): number {
  const parts = partsOf(paragraph);
  const here = parts.find(isAhead);
  if (!here || (here === parts[0] && here.top >= TEXT_TOP)) return 0;
  const start = getComputedStyle(paragraph).direction === "rtl" ? here.right - 2 : here.left + 2;
  return offsetAt(paragraph, start, Math.max(here.top, TEXT_TOP) + 4);
}

/** What of a paragraph stands on each page, where a story is turned: it may begin on one and end on the next. */
const partsOf = (paragraph: HTMLElement): DOMRect[] => [...paragraph.getClientRects()];

const isAhead = (rect: DOMRect): boolean => rect.bottom > TEXT_TOP && !isBeside(rect);
const isPassed = (rect: DOMRect): boolean => rect.bottom <= window.innerHeight && !isBeside(rect);

/** What stands at a place: its line, or the paragraph where the text was shortened since. Undefined where there is no such paragraph any more. */
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

/** How far into the text of a paragraph a point of the window lies. 0 where the browser cannot tell. */
function offsetAt(paragraph: HTMLElement, x: number, y: number): number {
  const spot = caretAt(x, y);
  if (!spot || !paragraph.contains(spot.node)) return 0;
  return offsetIn(paragraph, spot.node, spot.offset);
}
