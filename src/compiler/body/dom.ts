import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { escapeHtml } from "../text/escaped.ts";
import { cleanText } from "../text/cleanText.ts";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Text = DefaultTreeAdapterTypes.TextNode;

export const isElement = (node: Node): node is Element => "tagName" in node;
export const isTextNode = (node: Node): node is Text => "value" in node;

/** The children of a node, if it can have any. A `template` holds its content in a separate fragment and has none here. */
export const childrenOf = (node: Node): Node[] => ("childNodes" in node ? node.childNodes : []);

/** An attribute without white space around it; undefined when it is missing or empty. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.attrs.find((attr) => attr.name === name)?.value.trim();
  return value === "" ? undefined : value;
}

/** Whether the element has one of the classes. */
export function hasClass(element: Element, ...classes: string[]): boolean {
  const own = (attribute(element, "class") ?? "").split(/\s+/u);
  return classes.some((name) => own.includes(name));
}

/** The classes of an element as they stand in HTML. They may say that not everybody may read it. */
export const classesOf = (element: Element): string => escapeHtml(attribute(element, "class") ?? "");

/** The elements that match, in document order, without those inside another match. */
export function find(nodes: Node[], matches: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  for (const node of walk(nodes, (element) => !matches(element))) if (isElement(node) && matches(node)) found.push(node);
  return found;
}

/** Puts HTML in the places of elements, none of which is inside another. There may be any number of them. */
export function replaceElements(elements: Element[], htmlOf: (element: Element) => string): void {
  const instead = new Map<Node, Node[]>(elements.map((element) => [element, parseFragment(htmlOf(element)).childNodes]));
  for (const parent of new Set(elements.map(({ parentNode }) => parentNode))) {
    if (!parent) continue;
    for (const child of parent.childNodes.splice(0)) {
      for (const each of instead.get(child) ?? [child]) {
        each.parentNode = parent;
        parent.childNodes.push(each);
      }
    }
  }
}

/** Elements whose content is never read: it is not text, or is meant for machines. */
export const SILENT = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "head",
  "title",
  "meta",
  "link",
  "base",
  "annotation",
  "annotation-xml",
]);

/** Whether the original page hides the element: an editor's note, or text not published yet. */
export const isHidden = (element: Element): boolean =>
  element.attrs.some(
    ({ name, value }) =>
      (name === "hidden" && value !== "until-found") ||
      (name === "style" && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(value)),
  );

/** All text inside, as written, with a line break for each `br`. */
export function textOf(nodes: Node[]): string {
  let text = "";
  for (const node of walk(nodes, (element) => !SILENT.has(element.tagName) && !isHidden(element))) {
    if (isTextNode(node)) text += node.value;
    else if (isElement(node) && node.tagName === "br") text += "\n";
  }
  return cleanText(text);
}

/** The nodes and their descendants in document order. No recursion and no spread: markup may be of any depth and length. */
function* walk(nodes: Node[], enters: (element: Element) => boolean): Generator<Node> {
  const waiting = nodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (!isElement(node) || !enters(node)) continue;
    for (const child of childrenOf(node).toReversed()) waiting.push(child);
  }
}

const PARTS = new Set("p div li dt dd tr td th caption figcaption h1 h2 h3 h4 h5 h6 blockquote pre br hr option".split(" "));

/** All text inside as one line, with blocks separated by a space. */
export function lineOf(nodes: Node[]): string {
  let text = "";
  const waiting: (Node | " ")[] = nodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === " ") text += " ";
    else if (isTextNode(node)) text += node.value;
    else if (isElement(node) && !SILENT.has(node.tagName)) {
      const isPart = PARTS.has(node.tagName);
      if (isPart) waiting.push(" ");
      for (const child of node.childNodes.toReversed()) waiting.push(child);
      if (isPart) waiting.push(" ");
    }
  }
  return cleanText(text).replace(/\s+/gu, " ").trim();
}
