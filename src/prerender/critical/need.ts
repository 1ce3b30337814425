import type { CssNode, Selector } from "css-tree";
import { generate } from "css-tree/dist/csstree.esm";

/**
 * What must stand in a page for a selector to match there: all of some names
 * (see names.ts), and of each group one. How they stand to each other is not
 * looked at: a rule too many does no harm.
 */
export type Need = { all: string[]; oneOf: Need[][] };

export function isMet({ all, oneOf }: Need, names: ReadonlySet<string>): boolean {
  return all.every((name) => names.has(name)) && oneOf.every((needs) => needs.some((need) => isMet(need, names)));
}

/** Every name that a need asks for. */
export function namesOf({ all, oneOf }: Need): string[] {
  return [...all, ...oneOf.flat().flatMap(namesOf)];
}

/** States into which only the reader brings a page. */
const LATER_STATE = /^(?:hover|active|focus|focus-visible|focus-within|checked|indeterminate|popover-open|modal|fullscreen|autofill)$/u;

/** All other pseudo-elements belong to a selection, a field, a dialog or a transition. */
const EARLY_ELEMENT = /^(?:before|after|marker|first-letter|first-line)$/u;

/** @returns "later" for a selector that cannot match before the reader does something */
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
  return nodes.map((node) => generate(node).replaceAll('"', ""));
}
