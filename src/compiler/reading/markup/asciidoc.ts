import { defaultTreeAdapter, parseFragment, serialize } from "parse5";
import { attribute, classesOf, type Element, find, hasClass, isElement, lineOf, replaceElements, textOf } from "../../body/dom.ts";
import { type Raw, recordIn, scalarText } from "../../text/jsonRecord.ts";
import { nearestAmong } from "../../text/nearestName.ts";
import { placeOfPackage } from "../../text/optionalPackage.ts";
import { isKnown, NAMES } from "../markdown/fieldNames.ts";
import { runProgram } from "./runProgram.ts";
import { type Field, fieldsIn, isOfRelease } from "./fieldsIn.ts";
import type { Markup } from "./markup.ts";
import { markNotes } from "./markedNotes.ts";

/** AsciiDoc, by Asciidoctor: `npm install @asciidoctor/core`. In its secure mode, no text includes a file of this machine. */
export const asciidoc: Markup = {
  name: "AsciiDoc",
  extensions: ["adoc", "asciidoc", "asc"],
  isThere: () => Promise.resolve(asciidoctor() !== undefined),
  convert: async (text, warn) => {
    const written = await runProgram(process.execPath, ["-e", PROGRAM, asciidoctor() ?? ""], text);
    const attributes = Object.entries(recordIn(written, "attributes")).map(([name, value]): Field => [name, plain(value)]);
    const title = plain(written["title"]);
    const fields = fieldsOf(attributes, text);
    return { fields: { ...(title !== "" && { title }), ...fields }, html: plainHtml(scalarText(written["html"]), warn) };
  },
};

const asciidoctor = (): string | undefined => placeOfPackage("@asciidoctor/core");

/**
 * Reads a text from its input, and writes its HTML and the attributes of its header that a text has not anyway. The package exports
 * functions since version 4; before, one that makes a processor with them.
 */
const PROGRAM = `
const core = require(process.argv[1]);
const processor = core.load ? core : (core.default ?? core)();
const options = { safe: "secure", attributes: { "figure-caption!": "", "table-caption!": "", "example-caption!": "", "toc!": "", showtitle: false, relfilesuffix: ".adoc" } };
(async () => {
  const document = await processor.load(require("node:fs").readFileSync(0, "utf8"), options);
  const attributes = { ...document.getAttributes() };
  for (const name in (await processor.load("", options)).getAttributes()) delete attributes[name];
  const title = attributes.doctitle === undefined ? "" : await document.getTitle();
  process.stdout.write(JSON.stringify({ title, attributes, html: await document.convert() }));
})().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
`;

/** Asciidoctor replaces special characters in what it gives, and marks in titles. */
const plain = (html: unknown): string => lineOf(parseFragment(scalarText(html)).childNodes);

/**
 * The lines of author and revision, and the attributes that mean something here or are misspelt, as fields. Others are variables for
 * the text. A site builder's own, with its prefix, take precedence. Outside of the header, those count that can keep a story back.
 */
export function fieldsOf(attributes: Field[], text: string): Raw {
  const given = new Map(attributes);
  const all = attributes.filter(([name]) => /^author_\d+$/u.test(name)).map(([, name]) => name);
  const names = all.length > 0 ? all : [given.get("author") ?? ""].filter((name) => name !== "");
  // Without an author, the line of the revision is taken for one.
  const revision = given.get("revdate") ?? names.find((name) => DAY.test(name)) ?? "";
  const authors = names.filter((name) => !DAY.test(name));
  const below = [...text.matchAll(/^:([\w-]+):(?:[ \t]+(.*))?$/gmu)]
    .map(([, name = "", value = ""]): Field => [name.toLowerCase(), value.trim()])
    .filter(([name]) => !given.has(name) && isOfRelease(fieldName(name)));
  const variables = new Set(
    [...text.matchAll(/\{([\w-]+)[:}]|^ifn?def::([\w-]+)\[/gmu)].map(([, name, other]) => (name ?? other)?.toLowerCase()),
  );
  const own = attributes.filter(([name]) => !OWN.test(name) && (isOfRelease(fieldName(name)) || (isField(name) && !variables.has(name))));
  return {
    ...(authors.length > 0 && { authors }),
    ...(revision !== "" && { date: DAY.exec(revision)?.[0] ?? revision }),
    ...fieldsIn(
      [...below, ...own.toSorted(([a], [b]) => Number(BUILDER.test(a)) - Number(BUILDER.test(b)))].map(([name, value]) => [
        fieldName(name),
        value,
      ]),
    ),
  };
}

const DAY = /\d{4}-\d\d?-\d\d?/u;

/** The prefixes of attributes that site builders take as fields. */
const BUILDER = /^(?:page|jbake|hugo|blog|awestruct)-(?=.)/u;

/** Asciidoctor's own, of those with a name like that of a field. */
const OWN = /^(?:authors?|author_\d+|tip-caption|publisher)$/u;

const nearest = nearestAmong(NAMES);

const isField = (name: string): boolean => BUILDER.test(name) || isKnown(name) || nearest(name) !== undefined;

/** Without its prefix, which may be that of any program if the rest can keep a story back. */
function fieldName(written: string): string {
  const name = written.replace(BUILDER, "");
  const [, rest = ""] = isKnown(name) ? [] : (/^[a-z\d]+-(.+)$/u.exec(name) ?? []);
  return isOfRelease(rest) ? rest : name;
}

/** Asciidoctor's HTML with its blocks and notes as in other HTML, without its links to files that would be included. */
function plainHtml(html: string, warn: (message: string) => void): string {
  const fragment = parseFragment(html);
  const each = (name: string, change: (element: Element) => string) =>
    replaceElements(
      find(fragment.childNodes, (inner) => hasClass(inner, name)),
      change,
    );
  each("include", (element) => {
    warn(`It includes ${textOf(element.childNodes)}, which was left out; put its text in its place.`);
    return "";
  });
  each("admonitionblock", (element) => {
    const classes = classesOf(element).replace("admonitionblock", "admonition");
    return `<div class="${classes}">${inside(element, "content")}</div>`;
  });
  for (const [name, form] of Object.entries(BLOCKS)) each(name, (element) => withRoles(element, form(element)));
  const notes = markNotes(fragment.childNodes, {
    isReference: (inner) => inner.tagName === "sup" && hasClass(inner, "footnote"),
    isNote: (inner) => inner.tagName === "div" && hasClass(inner, "footnote"),
    isBack: (inner) => attribute(inner, "href")?.startsWith("#_footnoteref_") === true,
  });
  const [list] = find(fragment.childNodes, (inner) => attribute(inner, "id") === "footnotes");
  if (list) defaultTreeAdapter.detachNode(list);
  return serialize(fragment) + notes;
}

/** The HTML inside the first element of a class, or of a tag. */
function inside(element: Element, name: string): string {
  const [part] = find(element.childNodes, (inner) => hasClass(inner, name) || inner.tagName === name);
  return htmlIn(part);
}

const htmlIn = (part: Element | undefined): string => (part ? serialize(part).trim() : "");

/** The element of a class that belongs to this block, and not to one in it. */
const ownPart = ({ childNodes }: Element, name: string): Element | undefined =>
  childNodes.filter(isElement).find((inner) => hasClass(inner, name));

const own = (element: Element, name: string): string => htmlIn(ownPart(element, name));

const titled = (element: Element): string => {
  const title = own(element, "title");
  return title && `<p>${title}</p>`;
};

function boxed(element: Element): string {
  const content = ownPart(element, "content") ?? element;
  const title = ownPart(element, "title") ?? ownPart(content, "title");
  if (title) defaultTreeAdapter.detachNode(title);
  return `<div class="admonition">${title ? `<p class="admonition-title">${serialize(title)}</p>` : ""}${serialize(content)}</div>`;
}

function quote(element: Element, text: string): string {
  const by = own(element, "attribution")
    .replace(/^\u2014 /u, "")
    .replace(/<br>\s*/u, ", ");
  return `${titled(element)}<blockquote>${text}${by && `<footer>${by}</footer>`}</blockquote>`;
}

/** Other HTML for Asciidoctor's blocks, by their classes. */
const BLOCKS: Record<string, (element: Element) => string> = {
  sidebarblock: boxed,
  exampleblock: boxed,
  imageblock: (element) => {
    const title = own(element, "title");
    return `<figure>${inside(element, "content")}${title && `<figcaption>${title}</figcaption>`}</figure>`;
  },
  quoteblock: (element) => quote(element, inside(element, "blockquote")),
  verseblock: (element) => quote(element, `<p>${inside(element, "content").replaceAll("\n", "<br>")}</p>`),
  hdlist: (element) => {
    const rows = find(element.childNodes, ({ tagName }) => tagName === "tr");
    return `${titled(element)}<dl>${rows.map((row) => `<dt>${inside(row, "hdlist1")}</dt><dd>${inside(row, "hdlist2")}</dd>`).join("")}</dl>`;
  },
  // LaTeX is read as a formula; AsciiMath, which is between \$ and \$, is shown as it is written.
  stemblock: (element) => {
    const written = inside(element, "content");
    const [, latex] = /^\\\[(.*)\\\]$/su.exec(written) ?? [];
    return `${titled(element)}<pre><code${latex === undefined ? "" : ' class="language-math"'}>${latex ?? written.replace(/^\\\$|\\\$$/gu, "")}</code></pre>`;
  },
};

/** In an element with the roles of the block, which may say that not everybody may read it. */
const withRoles = (element: Element, html: string): string => {
  const [, ...roles] = classesOf(element).split(/\s+/u);
  return roles.length === 0 ? html : `<div class="${roles.join(" ")}">${html}</div>`;
};
