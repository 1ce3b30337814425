import { marks, passage } from "#content/search/passage.ts";

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
  const { text, pieces } = readable([document.querySelector(".hero figcaption"), prose]);
  const found = passage(text, words);
  const range = found && rangeOf(pieces, found.start, found.start + found.text.length);
  return range && { range, within: true };
}

/** A text node, and where it begins in the whole text. */
type Piece = { node: Text; start: number };

const BLOCKS = "p, li, h2, h3, h4, td, th, caption, figcaption, pre, blockquote, cite, small, div, section";

/** What is no part of the story's text: what repeats it, and our own tools in it. */
const BESIDE = ".pull, button, [data-visiting], [role='doc-noteref'], [role='doc-backlink'], sup > a";

/** The text of parts of the page, a line a block, as plainText has it of the story. */
function readable(parts: readonly (Element | null)[]): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let text = "";
  let block: Element | null | undefined;
  for (const part of parts) {
    if (!part) continue;
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest(BESIDE)) continue;
      const own = node.parentElement?.closest(BLOCKS);
      if (text !== "" && own !== block) text += isInRowOf(own, block) ? " " : "\n";
      block = own;
      pieces.push({ node, start: text.length });
      text += node.data.replaceAll("\n", " ");
    }
  }
  return { text, pieces };
}

/** plainText has a row of a table as one line. */
function isInRowOf(cell: Element | null | undefined, before: Element | null | undefined): boolean {
  return cell?.matches("td, th") === true && cell.parentElement === before?.parentElement;
}

function rangeOf(pieces: readonly Piece[], start: number, end: number): Range | undefined {
  const first = pieces.findLast((piece) => piece.start <= start);
  const last = pieces.findLast((piece) => piece.start < end);
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(first.node, Math.min(start - first.start, first.node.length));
  range.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return range;
}

function contentsOf(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}
