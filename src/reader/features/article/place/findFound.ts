import { marks, passage } from "static-search/text/passage";
import { rangeOf, readableText } from "../../../ui/readableText.ts";

/**
 * The passage of a story that a search found: the standfirst where it has the
 * words, else the part of the text that has most of them. It is looked for in
 * the page itself, so that it is found in a list, a table, a caption, a note.
 * `within` is false for the standfirst, which a reader sees without being led there.
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
