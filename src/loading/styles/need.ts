import type { CssNode, Selector } from "css-tree";
import { generate } from "css-tree/dist/csstree.esm";

/**
 * What a page must contain for a selector to match: all of `all` (see names.ts),
 * and one of each group in `oneOf`. Combinators are ignored: a rule too many does
 * no harm.
 */
export type Need = { all: string[]; oneOf: Need[][] };

export function isMet({ all, oneOf }: Need, names: ReadonlySet<string>): boolean {
  return all.every((name) => names.has(name)) && oneOf.every((needs) => needs.some((need) => isMet(need, names)));
}

/** Every name in a need. */
export function namesOf({ all, oneOf }: Need): string[] {
  return [...all, ...oneOf.flat().flatMap(namesOf)];
}

/** States that only the reader's actions cause. */
const LATER_STATE = /^(?:hover|active|focus|focus-visible|focus-within|checked|indeterminate|popover-open|modal|fullscreen|autofill)$/u;

/** Pseudo-elements of the first paint. All others belong to a selection, a field, a dialog or a transition. */
const EARLY_ELEMENT = /^(?:before|after|marker|first-letter|first-line)$/u;

/** @returns "later" for a selector that cannot match before the reader interacts with the page */
export function needOf(selector: Selector): Need | "later" {
  const need: Need = { all: [], oneOf: [] };
  for (const part of selector.children.toArray()) {
    if (part.type === "PseudoClassSelector" && LATER_STATE.test(part.name)) return "later";
    if (part.type === "PseudoElementSelector" && !EARLY_ELEMENT.test(part.name)) return "later";
    if (part.type === "ClassSelector") need.all.push(`.${part.name}`);
    if (part.type === "IdSelector") need.all.push(`#${part.name}`);
    if (part.type === "TypeSelector" && part.name !== "*") need.all.push(part.name);
    if (part.type === "AttributeSelector") need.all.push(`[${part.name.name}`);
    if (part.type !== "PseudoClassSelector" || part.children === null) continue;
    const inner = part.children.toArray();
    if (part.name === "lang") need.oneOf.push(languages(inner).map((language) => ({ all: [`:${language}`], oneOf: [] })));
    if (/^(?:is|where|has)$/u.test(part.name)) need.oneOf.push(alternatives(inner));
  }
  return need;
}

function alternatives(nodes: CssNode[]): Need[] {
  const selectors = nodes.flatMap((node) => (node.type === "SelectorList" ? node.children.toArray() : []));
  return selectors.flatMap((selector) => {
    const need = selector.type === "Selector" ? needOf(selector) : "later";
    return need === "later" ? [] : [need];
  });
}

function languages(nodes: CssNode[]): string[] {
  return nodes.map((node) => generate(node).replaceAll('"', "").toLowerCase());
}
