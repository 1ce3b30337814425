import { defaultTreeAdapter, parseFragment, serialize } from "parse5";
import { attribute, type Element, find, hasClass, textOf } from "../../body/dom.ts";
import type { Raw } from "../../text/jsonRecord.ts";
import { isKnown } from "../markdown/fieldNames.ts";
import type { Markup } from "./markup.ts";
import { markNotes, replaceElement } from "./markedNotes.ts";

/** AsciiDoc, by Asciidoctor: `npm install @asciidoctor/core`. In its secure mode, no text includes a file of this machine. */
export const asciidoc: Markup = {
  name: "AsciiDoc",
  extensions: ["adoc", "asciidoc", "asc"],
  isThere: async () => (await converter()) !== undefined,
  convert: async (text, warn) => {
    const toHtml = await converter();
    const html = await toHtml?.(text, {
      safe: "secure",
      attributes: { "figure-caption!": "", "table-caption!": "", showtitle: false, relfilesuffix: ".adoc" },
    });
    return { fields: headerFields(text), html: plainHtml(typeof html === "string" ? html : "", warn) };
  },
};

type Convert = (text: string, options: object) => unknown;

let found: Promise<Convert | undefined> | undefined;

/** The package exports a function since version 4; before, one that makes a processor with it. */
const converter = (): Promise<Convert | undefined> => (found ??= loaded());

async function loaded(): Promise<Convert | undefined> {
  // A variable, so that nothing looks for the package where it is not installed.
  const name = "@asciidoctor/core";
  try {
    const exported: { convert?: Convert; default?: () => { convert: Convert } } = await import(name);
    if (exported.convert) return exported.convert;
    const processor = exported.default?.();
    return processor && ((text, options) => processor.convert(text, options));
  } catch {
    return undefined;
  }
}

/** The title, the lines of author and revision, and attributes that mean something here, also with the prefixes of site builders. */
export function headerFields(text: string): Raw {
  const [header = ""] = /^\s*(?:(?:\/\/[^\n]*|:[^\n]*)\n\s*)*(?:=[^\n]*(?:\n[^\n]+)*)?/u.exec(text) ?? [];
  const [, title, rest = ""] = /^=[ \t]+([^\n]+)\n?((?:[^:\n][^\n]*\n?){0,2})/mu.exec(header) ?? [];
  const [byline = "", revision = ""] = rest.split("\n");
  const [date] = /\d{4}-\d\d?-\d\d?/u.exec(`${revision} ${byline}`) ?? [];
  const authors = date !== undefined && byline.includes(date) ? [] : byline.split(";").map((each) => each.replace(/<[^<>]*>/gu, "").trim());
  const attributes = [...header.matchAll(/^:(?:(?:page|jbake|hugo|blog)-)?([\w-]+):[ \t]*(.*)$/gmu)].flatMap(
    ([, written = "", value = ""]): [string, unknown][] => {
      const name = written === "revdate" ? "date" : written;
      return isKnown(name) ? [[name, valueOf(name, value.trim())]] : [];
    },
  );
  const names = authors.filter((each) => each !== "");
  return {
    ...(title !== undefined && { title: title.trim() }),
    ...(names.length > 0 && { authors: names }),
    ...(date !== undefined && { date }),
    ...Object.fromEntries(attributes),
  };
}

/** An attribute without a value is set. */
function valueOf(name: string, value: string): unknown {
  if (value === "") return true;
  return /^(?:tags?|keywords|authors|topics|categories)$/iu.test(name)
    ? value
        .replace(/^\[|\]$/gu, "")
        .split(",")
        .map((each) => each.trim())
    : value;
}

/** Asciidoctor's HTML with boxes, pictures and notes as in other HTML, without its links to files that would be included. */
function plainHtml(html: string, warn: (message: string) => void): string {
  const fragment = parseFragment(html);
  const each = (name: string, change: (element: Element) => string) => {
    for (const element of find(fragment.childNodes, (inner) => hasClass(inner, name))) replaceElement(element, change(element));
  };
  each("include", (element) => {
    warn(`It includes ${textOf(element.childNodes)}, which was left out; put its text in its place.`);
    return "";
  });
  each("admonitionblock", (element) => {
    const [content] = find(element.childNodes, (inner) => hasClass(inner, "content"));
    return `<div class="${(attribute(element, "class") ?? "").replace("admonitionblock", "admonition")}">${content ? serialize(content) : ""}</div>`;
  });
  each("imageblock", (element) => {
    const [title] = find(element.childNodes, (inner) => hasClass(inner, "title"));
    const [content] = find(element.childNodes, (inner) => hasClass(inner, "content"));
    return `<figure>${content ? serialize(content) : ""}${title ? `<figcaption>${serialize(title)}</figcaption>` : ""}</figure>`;
  });
  const notes = markNotes(fragment.childNodes, {
    isReference: (inner) => inner.tagName === "sup" && hasClass(inner, "footnote"),
    isNote: (inner) => inner.tagName === "div" && hasClass(inner, "footnote"),
    isBack: (inner) => attribute(inner, "href")?.startsWith("#_footnoteref_") === true,
  });
  const [list] = find(fragment.childNodes, (inner) => attribute(inner, "id") === "footnotes");
  if (list) defaultTreeAdapter.detachNode(list);
  return serialize(fragment) + notes;
}
