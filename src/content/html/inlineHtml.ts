import { noteLabel, type Formula, type Inline } from "../blocks/inline.ts";
import type { MathMl } from "../blocks/mathMl.ts";
import { checkboxCharacter } from "../blocks/plainText.ts";
import { element, escaped } from "./xml.ts";

/** Makes an address absolute. */
export type Resolve = (url: string) => string;

/**
 * The ids by which a note and the first reference to it link to each other;
 * undefined if either is missing. An id must be unique in a document: `once`
 * returns it the first time only.
 */
export type NoteIds = {
  note: (note: string) => string | undefined;
  reference: (note: string) => string | undefined;
  once: (id: string | undefined) => string | undefined;
};

/**
 * The context of inlines. Without `notes`, a reference to a note is only its number: in a feed reader, ids would
 * clash with those of other stories. Without `hasMath`, a formula is text on one line, for readers that lack MathML. `rel` is that of links.
 */
export type InlineAround = { resolve: Resolve; notes?: NoteIds | undefined; hasMath?: true; rel?: string };

/** Inlines as HTML, escaped. */
export function inlineHtml(inlines: Inline[], around: InlineAround): string {
  return inlines.map((inline) => oneHtml(inline, around)).join("");
}

const TAGS = { strong: "strong", emphasis: "em", sub: "sub", sup: "sup", mark: "mark", del: "del", ins: "ins" };

function oneHtml(inline: Inline, around: InlineAround): string {
  switch (inline.type) {
    case "text":
      return escaped(inline.text);
    case "strong":
    case "emphasis":
    case "sub":
    case "sup":
    case "mark":
    case "del":
    case "ins":
      return element(TAGS[inline.type], {}, inlineHtml(inline.children, around));
    case "abbr":
      return element("abbr", { title: inline.title }, inlineHtml(inline.children, around));
    case "checkbox":
      return checkboxCharacter(inline);
    case "code":
      return element("code", {}, escaped(inline.text));
    case "link":
      // Only the app shows the card.
      if (inline.card) return inlineHtml(inline.children, around);
      // Links cannot be nested.
      return element(
        "a",
        { href: around.resolve(inline.url), ...(around.rel !== undefined && { rel: around.rel }) },
        inlineHtml(inline.children, { ...around, notes: undefined }),
      );
    case "math":
      return formulaHtml(inline, around);
    case "break":
      return element("br", {});
    case "noteRef":
      return element("sup", {}, noteRefHtml(inline.note, around));
    case "lang":
      return element("span", { lang: inline.lang, ...(inline.dir && { dir: inline.dir }) }, inlineHtml(inline.children, around));
  }
}

export function formulaHtml({ text, mathml }: Formula, { hasMath }: InlineAround, more: Record<string, string> = {}): string {
  if (!hasMath) return escaped(text);
  const attributes = { xmlns: "http://www.w3.org/1998/Math/MathML", alttext: text, ...more };
  return element("math", attributes, ...mathml.map(mathHtml));
}

function mathHtml({ tag, attributes = {}, children }: MathMl): string {
  return element(tag, attributes, ...children.map((child) => (typeof child === "string" ? escaped(child) : mathHtml(child))));
}

function noteRefHtml(note: string, { notes }: InlineAround): string {
  const sign = `[${escaped(noteLabel(note))}]`;
  const target = notes?.note(note);
  if (!notes || target === undefined) return sign;
  const id = notes.once(notes.reference(note));
  return element("a", { "epub:type": "noteref", role: "doc-noteref", href: `#${target}`, ...(id !== undefined && { id }) }, sign);
}
