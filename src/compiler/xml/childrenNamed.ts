import type { XmlElement } from "./xmlElement.ts";

/** The children with one of the names, whatever their prefix. */
export const childrenNamed = (element: XmlElement | undefined, ...names: string[]): XmlElement[] =>
  element?.children.filter(({ local }) => names.includes(local)) ?? [];

/** The first element along a path of names, whatever their prefixes. */
export function childAt(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((found, name) => found?.children.find(({ local }) => local === name), element);
}

/** All text inside, in document order, on one line. */
export const wordsOf = (element: XmlElement | undefined): string => allText(element).replace(/\s+/gu, " ").trim();

const allText = (element: XmlElement | undefined): string =>
  element?.nodes.map((node) => (typeof node === "string" ? node : allText(node))).join("") ?? "";
