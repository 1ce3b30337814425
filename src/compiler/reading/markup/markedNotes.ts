import { defaultTreeAdapter, serialize } from "parse5";
import { attribute, type Element, find, type Node, replaceElements, textOf } from "../../body/dom.ts";
import { escapeHtml } from "../../text/escaped.ts";

/** How a program writes notes: references in the text, and each note with the link that leads back to it. */
type NoteForm = {
  isReference: (element: Element) => boolean;
  isNote: (element: Element) => boolean;
  isBack: (element: Element) => boolean;
};

/** Puts notes into the form in which they are known: a link of the class "footnote-ref", and a list at the end. */
export function markNotes(nodes: Node[], form: NoteForm): string {
  replaceElements(find(nodes, form.isReference), (reference) => {
    const link = reference.tagName === "a" ? reference : find(reference.childNodes, ({ tagName }) => tagName === "a")[0];
    const number = textOf(reference.childNodes).replace(/[[\]\s]/gu, "");
    return `<a class="footnote-ref" href="${escapeHtml((link && attribute(link, "href")) ?? "")}">${escapeHtml(number)}</a>`;
  });
  const items = find(nodes, form.isNote).map((note) => {
    for (const back of find(note.childNodes, form.isBack)) defaultTreeAdapter.detachNode(back);
    const id = escapeHtml(attribute(note, "id") ?? "");
    const html = serialize(note).replace(/^[\s.]+/u, "");
    defaultTreeAdapter.detachNode(note);
    return `<li id="${id}">${html.startsWith("<") ? html : `<p>${html}</p>`}</li>`;
  });
  return items.length === 0 ? "" : `<section class="footnotes"><ol>${items.join("")}</ol></section>`;
}
