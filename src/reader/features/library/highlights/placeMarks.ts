import { findPassage } from "./anchoring/findPassage.ts";
import { rangeOf, readableText } from "../../../ui/readableText.ts";
import type { Mark } from "./changeMark.ts";

export type PlacedMark = { id: string; mark: Mark; range: Range };
export type MovedMark = { id: string; mark: Mark };

/** Looks for the highlights of a story in its page. Those whose words are not there any more count as moved. */
export function placeMarks(marks: Iterable<readonly [string, Mark]>): { placed: PlacedMark[]; moved: MovedMark[] } {
  const readable = readableText([document.querySelector(".prose")]);
  const placed: PlacedMark[] = [];
  const moved: MovedMark[] = [];
  for (const [id, mark] of marks) {
    const span = findPassage(readable.text, mark.passage);
    const range = span && rangeOf(readable, span.start, span.end);
    if (range) placed.push({ id, mark, range });
    else moved.push({ id, mark });
  }
  return { placed: placed.toSorted((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range)), moved };
}
