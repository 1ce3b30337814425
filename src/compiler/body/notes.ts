import type { Block } from "#content/blocks/block.ts";
import { attribute, type Element, find, hasClass, isElement, type Node } from "./dom.ts";
import type { Walk } from "./walk.ts";

/** Whether the element is the list of footnotes at the end of a body, as Markdown renderers and most blog software write it. */
export const isNotes = (element: Element): boolean =>
  hasClass(element, "footnotes", "wp-block-footnotes") || attribute(element, "role") === "doc-endnotes";

/** The ids of the notes in a body: a reference to any other id is an ordinary link. */
export function noteIds(nodes: Node[]): Set<string> {
  return new Set(find(nodes, isNotes).flatMap((notes) => itemsOf(notes).map(({ id }) => id)));
}

export function notes(element: Element, walk: Walk): Block[] {
  return itemsOf(element).map(({ id, item }) => {
    const back = new Set<Node>(find(item.childNodes, isBackLink));
    for (const parent of new Set([...back].map(({ parentNode }) => parentNode)))
      if (parent) parent.childNodes = parent.childNodes.filter((child) => !back.has(child));
    return { type: "note", id, children: walk.blocks(item.childNodes) };
  });
}

/** The id of the note that an element in the text refers to, if any. */
export function noteReference(element: Element, known: ReadonlySet<string>): string | undefined {
  if (element.tagName !== "sup" && element.tagName !== "a") return undefined;
  const [link] = element.tagName === "a" ? [element] : element.childNodes.filter((child) => isElement(child) && child.tagName === "a");
  const href = link && isElement(link) ? attribute(link, "href") : undefined;
  if (href === undefined || !href.startsWith("#")) return undefined;
  const isReference =
    hasClass(element, "footnote-ref", "footnote", "fn") ||
    attribute(element, "id")?.startsWith("fnref") === true ||
    attribute(element, "role") === "doc-noteref";
  const id = noteId(href.slice(1));
  return isReference && known.has(id) ? id : undefined;
}

const noteId = (id: string): string => id.replace(/^(?:fn|footnote)[:_-]?(?=.)/u, "");

function itemsOf(notesElement: Element): { id: string; item: Element }[] {
  return find(notesElement.childNodes, (inner) => inner.tagName === "li" && attribute(inner, "id") !== undefined).map((item) => ({
    id: noteId(attribute(item, "id") ?? ""),
    item,
  }));
}

const isBackLink = (element: Element): boolean =>
  element.tagName === "a" &&
  (hasClass(element, "footnote-backref", "reversefootnote") ||
    attribute(element, "role") === "doc-backlink" ||
    attribute(element, "href")?.startsWith("#fnref") === true);
