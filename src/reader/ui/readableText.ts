/** A text node, and where it begins in the whole text. */
type Piece = { node: Text; start: number };

/** The text of parts of the page, and the nodes that contain it. */
export type ReadableText = { text: string; pieces: readonly Piece[] };

const BLOCKS = "p, li, dt, dd, summary, h2, h3, h4, legend, td, th, caption, figcaption, pre, blockquote, cite, small, div, section";

/** What is not part of the story's text: repetitions of it, and the interface's own controls and words. */
const BESIDE =
  ".pull, .slot, .game-words, .post-head, .notes h2, .correction b, figure:not(.chart) > figcaption > small, .chart svg, .legend, .chart summary, .more-link, button, .embed > p, .recording :is(summary, .meta, .recording-time), [data-visiting], [role='doc-noteref'], [role='doc-backlink'], sup > a";

/** The text of parts of the page, one line per block, as plainText writes that of the story. */
export function readableText(parts: readonly (Element | null)[]): ReadableText {
  const pieces: Piece[] = [];
  let text = "";
  let block: Element | null | undefined;
  /** The formula before: it counts once, by its alternative text in one line. */
  let last: Element | null | undefined;
  for (const part of parts) {
    if (!part) continue;
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest(BESIDE)) continue;
      const formula = node.parentElement?.closest("math");
      if (formula && formula === last) continue;
      last = formula;
      const own = node.parentElement?.closest(BLOCKS);
      if (text !== "" && own !== block) text += isInRowOf(own, block) ? " " : "\n";
      block = own;
      pieces.push({ node, start: text.length });
      text += formula?.getAttribute("alttext") ?? node.data.replaceAll("\n", " ");
    }
  }
  return { text, pieces };
}

/** plainText writes a row of a table as one line. */
function isInRowOf(cell: Element | null | undefined, before: Element | null | undefined): boolean {
  return cell?.matches("td, th") === true && cell.parentElement === before?.parentElement;
}

/** The range of the page that contains a span of its text. */
export function rangeOf({ pieces }: ReadableText, start: number, end: number): Range | undefined {
  const first = pieces.findLast((piece) => piece.start <= start);
  const last = pieces.findLast((piece) => piece.start < end);
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(first.node, Math.min(start - first.start, first.node.length));
  range.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return range;
}

/** The span of the text that a range of the page contains. */
export function spanOf({ pieces }: ReadableText, range: Range): { start: number; end: number } | undefined {
  const inside = pieces.filter(({ node }) => range.intersectsNode(node));
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return undefined;
  return {
    start: first.start + (first.node === range.startContainer ? range.startOffset : 0),
    end: last.start + (last.node === range.endContainer ? range.endOffset : last.node.length),
  };
}
