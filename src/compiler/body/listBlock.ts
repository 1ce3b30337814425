import type { Block } from "#content/blocks/block.ts";
import { attribute, type Element, isElement, isTextNode, type Node } from "./dom.ts";
import type { Walk } from "./walk.ts";

/** `ul` and `ol`. Content outside the items, as in much old HTML, belongs to the item before it. */
export function listBlock(element: Element, walk: Walk): Block[] {
  const items = itemsOf(element)
    .map((nodes) => walk.blocks(nodes))
    .filter((blocks) => blocks.length > 0);
  if (items.length === 0) return [];
  const ordered = element.tagName === "ol";
  const start = ordered ? Number(attribute(element, "start") ?? 1) : 1;
  return [{ type: "list", ordered, ...(Number.isSafeInteger(start) && start !== 1 && { start }), items }];
}

function itemsOf(element: Element): Node[][] {
  const items: Node[][] = [];
  for (const node of element.childNodes) {
    const last = items.at(-1);
    if (isElement(node) && node.tagName === "li") items.push([...node.childNodes]);
    else if (isTextNode(node) && node.value.trim() === "") continue;
    else if (last) last.push(node);
    else items.push([node]);
  }
  return items;
}

/** A `dt` or `summary` outside a `dl` or `details`: strong text. */
export function term(element: Element, walk: Walk): Block[] {
  return walk.blocks(element.childNodes, { mark: { key: "strong", put: (children) => [{ type: "strong", children }] } });
}
