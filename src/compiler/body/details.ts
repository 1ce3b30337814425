import { defaultTreeAdapter } from "parse5";
import type { Block } from "#content/blocks/block.ts";
import { type Element, find, hasClass, isElement, type Node } from "./dom.ts";
import type { Walk } from "./walk.ts";

/** `details`, and Ghost's toggle card. Without a summary there is nothing to click, so its content is always shown. */
export function details(element: Element, walk: Walk): Block[] {
  const summary = takeSummary(element, walk);
  const children = walk.blocks(element.childNodes);
  if (summary.length === 0) return children;
  if (children.length === 0) return [{ type: "paragraph", children: summary }];
  const isOpen = element.attrs.some(({ name }) => name === "open");
  return [{ type: "details", summary, ...(isOpen && { open: true }), children }];
}

/** Ghost's toggle card, which is opened by Ghost's own script. */
export const isToggle = (element: Element): boolean => hasClass(element, "kg-toggle-card");

function takeSummary(element: Element, walk: Walk) {
  const isSummary = (node: Node): node is Element => isElement(node) && node.tagName === "summary";
  const [summary] = isToggle(element)
    ? find(element.childNodes, (inner) => hasClass(inner, "kg-toggle-heading"))
    : element.childNodes.filter(isSummary);
  if (summary === undefined) return [];
  defaultTreeAdapter.detachNode(summary);
  // Ghost puts the arrow that opens the card in a button.
  for (const button of find(summary.childNodes, ({ tagName }) => tagName === "button")) defaultTreeAdapter.detachNode(button);
  return walk.inlines(summary.childNodes);
}

/** `dl`: terms and their definitions. If the terms are pictures, as in old galleries, the content is read as ordinary blocks. */
export function definitions(element: Element, walk: Walk): Block[] {
  const parts = element.childNodes.flatMap((child) => (isElement(child) && child.tagName === "div" ? child.childNodes : [child]));
  const named = (name: string) => parts.filter((part): part is Element => isElement(part) && part.tagName === name);
  const hasPictures = named("dt").some((term) => find([term], ({ tagName }) => tagName === "img").length > 0);
  if (hasPictures || named("dt").length === 0 || named("dd").length === 0) return walk.blocks(element.childNodes);
  const entries: { terms: Element[]; definitions: Node[][] }[] = [];
  for (const part of parts) {
    const last = entries.at(-1);
    if (isElement(part) && part.tagName === "dt") {
      if (last && last.definitions.length === 0) last.terms.push(part);
      else entries.push({ terms: [part], definitions: [] });
    } else if (isElement(part) && part.tagName === "dd") {
      if (last) last.definitions.push([...part.childNodes]);
      else entries.push({ terms: [], definitions: [[...part.childNodes]] });
    } else last?.definitions.at(-1)?.push(part);
  }
  const read = entries.map((entry) => ({
    terms: entry.terms.map((term) => walk.inlines(term.childNodes)).filter((words) => words.length > 0),
    definitions: entry.definitions.map((nodes) => walk.blocks(nodes)).filter((blocks) => blocks.length > 0),
  }));
  const filled = read.filter((entry) => entry.terms.length + entry.definitions.length > 0);
  return filled.length === 0 ? [] : [{ type: "definitions", entries: filled }];
}
