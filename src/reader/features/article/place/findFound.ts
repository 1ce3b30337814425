import { marks, passage } from "static-search/text/passage";
import { rangeOf, readableText } from "../../../ui/readableText.ts";

/**
 * The passage of a story that a search found: the standfirst if it has any of the
 * words, otherwise the part of the text with most of them. The page itself is
 * searched, so that lists, tables, captions and notes are included.
 * `within` is false for the standfirst, which is visible without scrolling.
 */
export function findFound(words: ReadonlySet<string>): { range: Range; within: boolean } | undefined {
  const standfirst = document.querySelector(".story-top .standfirst");
  if (standfirst && marks(standfirst.textContent, words).length > 0) return { range: contentsOf(standfirst), within: false };
  const prose = document.querySelector(".prose");
  const readable = readableText([document.querySelector(".hero figcaption"), prose]);
  const found = passage(readable.text, words);
  const range = found && rangeOf(readable, found.start, found.start + found.text.length);
  return range && { range, within: true };
}

function contentsOf(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}
