import { parseHTML } from "linkedom";
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, serialize } from "parse5";

/**
 * A page as a document. It is parsed as browsers do, and handed on well
 * formed: the document's own parser is fast but takes a page at its word.
 * @returns why it cannot be read, as a full sentence
 */
export function pageDocument(html: string): { document: Document } | { reason: string } {
  const tree = parse(html);
  const reason = tooLarge(tree.childNodes);
  if (reason !== undefined) return { reason };
  const { document } = parseHTML(serialize(tree));
  return { document };
}

/** Elements inside each other, and in all. Finding the article takes the square of these. */
const DEEPEST = 250;
const MOST = 40_000;

function tooLarge(nodes: DefaultTreeAdapterTypes.ChildNode[]): string | undefined {
  const waiting = nodes.map((node) => ({ node, depth: 1 }));
  let count = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!defaultTreeAdapter.isElementNode(next.node)) continue;
    count += 1;
    if (next.depth > DEEPEST) return `Elements of the page are nested more than ${DEEPEST} deep.`;
    if (count > MOST) return `The page has more than ${MOST} elements, which no article has.`;
    for (const child of next.node.childNodes) waiting.push({ node: child, depth: next.depth + 1 });
  }
  return undefined;
}
