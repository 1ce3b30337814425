import type { DefaultTreeAdapterTypes } from "parse5";

/** All elements of a parsed page, in the order of the document. */
export function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] {
  return node.childNodes.flatMap((child) => ("attrs" in child ? [child, ...elementsOf(child)] : []));
}
