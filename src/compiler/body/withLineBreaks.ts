import { defaultTreeAdapter, html } from "parse5";
import { isElement, isTextNode, type Node } from "./dom.ts";

/** Nodes of preformatted text with an element `br` for each line end: verse is no code, and its lines stay. */
export function withLineBreaks(nodes: Node[], depth = 0): Node[] {
  if (depth > DEEPEST) return nodes;
  return nodes.flatMap((node): Node[] => {
    if (isElement(node)) return [Object.assign(node, { childNodes: withLineBreaks(node.childNodes, depth + 1) })];
    if (!isTextNode(node)) return [node];
    const [first = "", ...rest] = node.value.split("\n");
    return [
      { ...node, value: first },
      ...rest.flatMap((value): Node[] => [defaultTreeAdapter.createElement("br", html.NS.HTML, []), { ...node, value }]),
    ];
  });
}

/** Deeper markup is read as text only: see flow.ts. */
const DEEPEST = 150;
