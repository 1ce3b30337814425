import type { Atrule, CssNode, Rule } from "css-tree";
import { generate, parse } from "css-tree/dist/csstree.esm";
import { type Need, needOf } from "./need.ts";

export type Declaration = { property: string; text: string };

/** A part of a style sheet, parsed as far as needed to leave parts out. */
export type Part =
  | { type: "rule"; selectors: { text: string; need: Need }[]; declarations: Declaration[] }
  /** `@media …`, `@layer name` and the like, around other parts. */
  | { type: "group"; head: string; parts: Part[] }
  | { type: "keyframes"; name: string; text: string };

/** Not needed for the first paint on a screen: print, forced colours, reduced motion. */
const LATER = /^@media.*(?:print|forced-colors|prefers-reduced-motion)/u;

/**
 * @param css a built style sheet, without nested rules and without imports
 * @returns its parts in order, without those that only matter later
 */
export function parseSheet(css: string): Part[] {
  return partsIn(parse(css));
}

function partsIn(node: CssNode): Part[] {
  if (node.type !== "StyleSheet" && node.type !== "Block") return [];
  return node.children.toArray().flatMap((child) => {
    if (child.type === "Rule") return rule(child);
    return child.type === "Atrule" ? atRule(child) : [];
  });
}

function rule({ prelude, block }: Rule): Part[] {
  if (prelude.type !== "SelectorList") return [];
  const selectors = prelude.children.toArray().flatMap((selector) => {
    const need = selector.type === "Selector" ? needOf(selector) : "later";
    return need === "later" ? [] : [{ text: generate(selector), need }];
  });
  const declarations = block.children
    .toArray()
    .flatMap((child) => (child.type === "Declaration" ? [{ property: child.property, text: generate(child) }] : []));
  return selectors.length === 0 ? [] : [{ type: "rule", selectors, declarations }];
}

function atRule(node: Atrule): Part[] {
  const { name, block } = node;
  const prelude = node.prelude ? generate(node.prelude) : "";
  if (name === "keyframes") return [{ type: "keyframes", name: prelude, text: generate(node) }];
  const head = `@${name} ${prelude}`;
  return block === null || LATER.test(head) ? [] : [{ type: "group", head, parts: partsIn(block) }];
}
