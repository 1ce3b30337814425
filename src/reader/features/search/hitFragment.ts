import type { Passage } from "static-search/text/passage";

/** How many words at each end identify a passage. */
const ENDS = 4;

/**
 * The hash by which the browser itself scrolls to a passage, in a new tab or without
 * the app: a text fragment (https://wicg.github.io/scroll-to-text-fragment/).
 * A passage is identified by its first and last words. If it spans paragraphs, the
 * one with most matches stands for it. A table row may be missed, since each cell is
 * a block of its own: then the story opens at its top.
 */
export function hitFragment(passage: Pick<Passage, "text" | "marks">, language?: string): string {
  const text = bestLine(passage);
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

function bestLine({ text, marks }: Pick<Passage, "text" | "marks">): string {
  let start = 0;
  const lines = text.split("\n").map((line) => {
    const end = start + line.length;
    const found = marks.filter((mark) => mark.start >= start && mark.start < end).length;
    start = end + 1;
    return { line, found };
  });
  return lines.toSorted((a, b) => b.found - a.found)[0]?.line ?? "";
}

/** A hyphen, a comma and an ampersand have a meaning in a text fragment. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}
