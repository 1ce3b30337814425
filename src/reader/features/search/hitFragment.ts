import type { Passage } from "static-search/text/passage";

/** Words at each end by which a passage is named. */
const ENDS = 4;

/**
 * The hash that leads a browser to a passage by itself, in a new tab or without
 * the app: a text fragment (https://wicg.github.io/scroll-to-text-fragment/).
 * A passage is named by its first and last words; of one that goes on from one
 * paragraph to the next, the paragraph with most of what was found. A row of a
 * table, whose cells are parts of their own, may be missed: then the story opens
 * at its top.
 */
export function hitFragment(passage: Pick<Passage, "text" | "marks">, language?: string): string {
  const text = tellingLine(passage);
  const words = [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].filter(({ isWordLike }) => isWordLike);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return "";
  const end = last.index + last.segment.length;
  if (words.length <= 2 * ENDS) return `#:~:text=${encoded(text.slice(first.index, end))}`;
  const [firstEnd, lastStart] = [words[ENDS - 1], words.at(-ENDS)];
  if (!firstEnd || !lastStart) return "";
  const opening = text.slice(first.index, firstEnd.index + firstEnd.segment.length);
  return `#:~:text=${encoded(opening)},${encoded(text.slice(lastStart.index, end))}`;
}

function tellingLine({ text, marks }: Pick<Passage, "text" | "marks">): string {
  let start = 0;
  const lines = text.split("\n").map((line) => {
    const end = start + line.length;
    const found = marks.filter((mark) => mark.start >= start && mark.start < end).length;
    start = end + 1;
    return { line, found };
  });
  return lines.toSorted((a, b) => b.found - a.found)[0]?.line ?? "";
}

/** A dash, a comma and an ampersand mean something in a text fragment. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}
