import type { XmlElement } from "../../xml/xmlElement.ts";
import { childAt, childrenNamed, wordsOf } from "../../xml/childrenNamed.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { recordingType } from "../../text/recordingName.ts";
import { plainTextHtml } from "../../text/plainTextHtml.ts";
import { isPicture, largestPicture } from "../iptc/rendition.ts";

/**
 * The text of a NITF document (https://iptc.org/standards/nitf/, 3.x) as HTML:
 * `body.content` and what `body.end` says about the writer.
 */
export function nitfHtml(nitf: XmlElement): string {
  const body = nitf.local === "nitf" ? childAt(nitf, "body") : nitf;
  const content = childrenNamed(body, "body.content");
  const end = childrenNamed(childAt(body, "body.end"), "tagline", "bibliography").map((line) => `<p><em>${inner(line)}</em></p>`);
  return [...(content.length === 0 ? childrenNamed(body, "p", "block", "media").map(html) : content.map(contentHtml)), ...end].join("");
}

/** Some write plain text here, or HTML in CDATA, and newspaper archives repeat the first paragraph in a block before the text. */
function contentHtml(content: XmlElement): string {
  if (content.children.length === 0) return /<(?:p|br|div)\b/iu.test(content.text) ? content.text : plainTextHtml(content.text);
  const isWhole = childrenNamed(content, "block").some(({ attributes }) => attributes["class"] === "full_text");
  const isRepeated = (node: XmlElement | string) => typeof node !== "string" && (node.attributes["class"] ?? "").endsWith("lead_paragraph");
  return inner(isWhole ? { ...content, nodes: content.nodes.filter((node) => !isRepeated(node)) } : content);
}

const inner = (element: XmlElement): string =>
  element.nodes.map((node) => (typeof node === "string" ? escapeHtml(node) : html(node))).join("");

/** Elements with the same name in HTML. */
const SAME = new Set("p pre ul ol li dl dt dd table caption thead tbody tfoot tr td th sub sup q".split(" "));

/** Other elements of NITF and their HTML. Any element that is not here is reduced to its content. */
const OTHER: Record<string, (element: XmlElement) => string> = {
  "body.content": inner,
  block: (element) => `<div>${inner(element)}</div>`,
  hl1: (element) => `<h2>${inner(element)}</h2>`,
  hl2: (element) => `<h3>${inner(element)}</h3>`,
  bq: (element) => {
    const credit = childAt(element, "credit");
    const rest = { ...element, nodes: element.nodes.filter((node) => node !== credit) };
    return `<blockquote>${inner(rest)}${credit === undefined ? "" : `<footer>${inner(credit)}</footer>`}</blockquote>`;
  },
  media: (element) => mediaHtml(element, inner),
  note: (element) => (isForReaders(element) ? `<aside>${inner(element)}</aside>` : ""),
  fn: (element) => ` (${wordsOf(element)})`,
  hr: () => "<hr>",
  br: () => "<br>",
  a: (element) => `<a href="${escapeHtml(element.attributes["href"] ?? "")}">${inner(element)}</a>`,
  virtloc: (element) => `<a href="${escapeHtml(element.attributes["value"] ?? "")}">${inner(element)}</a>`,
  em: (element) =>
    /bold|strong/iu.test(`${element.attributes["class"] ?? ""} ${element.attributes["style"] ?? ""}`)
      ? `<strong>${inner(element)}</strong>`
      : `<em>${inner(element)}</em>`,
  lang: (element) =>
    `<span lang="${escapeHtml(element.attributes["iso-lang"] ?? element.attributes["lang"] ?? "")}">${inner(element)}</span>`,
  // Not part of the text: byline, place and rights, some of which have fields of their own.
  ...Object.fromEntries(
    "script style dateline byline copyrite distributor series rights alt-code col colgroup ds datasource"
      .split(" ")
      .map((name) => [name, () => ""]),
  ),
};

/** A note is for editors unless it is an advisory that may be published ("pa"), or stands at the end of the text. */
const isForReaders = ({ attributes }: XmlElement): boolean =>
  attributes["type"] === "pa" || (attributes["noteclass"] === "end" && attributes["type"] !== "npa");

/** How many notes to editors are in a document's text. */
export const notesToEditors = (element: XmlElement): number =>
  element.children.reduce((sum, each) => sum + notesToEditors(each), element.local === "note" && !isForReaders(element) ? 1 : 0);

function html(element: XmlElement): string {
  const name = element.local;
  if (SAME.has(name)) return `<${name}${spans(element)}>${inner(element)}</${name}>`;
  const other = Object.hasOwn(OTHER, name) ? OTHER[name] : undefined;
  if (other !== undefined) return other(element);
  // XHTML inside NITF, as some agencies write it.
  return /^(?:b|i|strong|h[1-6]|blockquote|div|span|figure|figcaption|section)$/u.test(name)
    ? `<${name}>${inner(element)}</${name}>`
    : inner(element);
}

const spans = ({ attributes }: XmlElement): string =>
  ["colspan", "rowspan", "align"]
    .map((name) => (attributes[name] === undefined ? "" : ` ${name}="${escapeHtml(attributes[name])}"`))
    .join("");

/** `media`: a picture, video or audio with its caption and producer, or a link to anything else. */
function mediaHtml(media: XmlElement, inner: (element: XmlElement) => string): string {
  const references = childrenNamed(media, "media-reference").map(({ attributes }) => ({
    name: attributes["name"] ?? "",
    href: (attributes["source"] ?? attributes["data-location"] ?? "").trim(),
    type: (attributes["mime-type"] ?? "").toLowerCase(),
    area: (Number(attributes["width"]) || 0) * (Number(attributes["height"]) || 0),
    alt: attributes["alternate-text"] ?? "",
  }));
  const caption = childrenNamed(media, "media-caption").map(inner).join(" ");
  const producer = wordsOf(childAt(media, "media-producer"));
  const isImage = /^(?:image|photo|picture|graphic|)$/iu.test(media.attributes["media-type"] ?? "");
  const found = references.filter(({ href }) => href !== "");
  const picture = isImage ? largestPicture(found) : undefined;
  const below = `<figcaption>${caption}${producer === "" ? "" : `<small>${escapeHtml(producer)}</small>`}</figcaption>`;
  if (picture !== undefined) {
    const alt = found.find(({ alt: text }) => text !== "")?.alt ?? "";
    return `<figure><img src="${escapeHtml(picture.href)}" alt="${escapeHtml(alt)}">${below}</figure>`;
  }
  const [recording] = found.filter((each) => !isPicture(each));
  if (recording === undefined) return caption === "" ? "" : `<p>${caption}</p>`;
  const [, tag] = /^(audio|video)\//u.exec(recording.type || recordingType(recording.href) || "") ?? [];
  if (tag !== undefined)
    return `<figure><${tag}><source src="${escapeHtml(recording.href)}" type="${escapeHtml(recording.type)}"></${tag}>${below}</figure>`;
  return `<p><a href="${escapeHtml(recording.href)}">${escapeHtml(wordsOf(childAt(media, "media-caption")) || recording.href)}</a></p>`;
}
