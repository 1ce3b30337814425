import { isRecord, numberIn, type Raw, recordsOf, scalarText, wordsIn } from "../../text/jsonRecord.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { cardHtml, isCard, isHidden } from "./cardHtml.ts";
import type { PostParts, Warn } from "./postParts.ts";

/** Lists and links nest; anything deeper than in any real text is reduced to its words. */
const DEEPEST = 60;

/** A document of the Lexical editor, with the nodes that Ghost adds, as HTML: one part for each node of its root. */
export function lexicalHtml(json: unknown, warn: Warn): PostParts {
  const root = isRecord(json) ? json["root"] : undefined;
  if (!isRecord(root) || !Array.isArray(root["children"])) return { error: "it has no root" };
  return { html: root["children"].map((node: unknown) => nodeHtml(node, warn, 0)) };
}

function nodeHtml(node: unknown, warn: Warn, depth: number): string {
  if (!isRecord(node)) return "";
  const type = scalarText(node["type"]);
  if (isHidden(node)) return cardHtml(type, node, warn);
  if (depth > DEEPEST) return escapeHtml(publicWords(node, depth));
  const inner = () => childrenHtml(node, warn, depth);
  switch (type) {
    case "text":
    case "extended-text":
    // A mark for something that is still to come, which is text all the same.
    case "tk":
      return marked(escapeHtml(scalarText(node["text"])), numberIn(node["format"]) || 0);
    case "tab":
      return " ";
    case "linebreak":
      return "<br>";
    case "zwnj":
      return "";
    case "paragraph":
      return `<p>${inner()}</p>`;
    case "heading":
    case "extended-heading":
      return headingHtml(node, inner());
    case "quote":
    case "extended-quote":
    case "aside":
      return `<blockquote>${inner()}</blockquote>`;
    case "list":
      return listHtml(node, itemsHtml(node, warn, depth));
    case "listitem":
      return `<li>${inner()}</li>`;
    case "link":
    case "autolink":
    case "at-link":
      return linkHtml(node, inner());
    case "root":
      return inner();
    default:
      return Array.isArray(node["children"]) && !isCard(type) ? `<p>${inner()}</p>` : cardHtml(type, node, warn);
  }
}

/** The words of a node without those of cards, which may be for some readers only. */
function publicWords(node: Raw, depth: number): string {
  if (isHidden(node) || isCard(scalarText(node["type"])) || depth > 2 * DEEPEST) return "";
  const { children } = node;
  if (!Array.isArray(children)) return wordsIn(node["text"]);
  const words = recordsOf(children).map((child) => publicWords(child, depth + 1));
  return words.filter(Boolean).join(" ");
}

const childrenHtml = (node: Raw, warn: Warn, depth: number): string =>
  (Array.isArray(node["children"]) ? node["children"] : []).map((child: unknown) => nodeHtml(child, warn, depth + 1)).join("");

function headingHtml(node: Raw, inner: string): string {
  const tag = scalarText(node["tag"]).toLowerCase();
  const own = /^h[1-6]$/u.test(tag) ? tag : "h2";
  return `<${own}>${inner}</${own}>`;
}

/** Lexical puts a list that belongs to an item into an item of its own below it. */
function itemsHtml(node: Raw, warn: Warn, depth: number): string {
  let html = "";
  for (const child of Array.isArray(node["children"]) ? node["children"] : []) {
    const item = nodeHtml(child, warn, depth + 1);
    const parts = isRecord(child) ? recordsOf(child["children"]) : [];
    const belongs = parts.length > 0 && parts.every(({ type }) => type === "list") && item.startsWith("<li>") && html.endsWith("</li>");
    html = belongs ? html.slice(0, -"</li>".length) + item.slice("<li>".length) : html + item;
  }
  return html;
}

function listHtml(node: Raw, inner: string): string {
  const start = numberIn(node["start"]);
  const isOrdered = node["listType"] === "number" || node["tag"] === "ol";
  return isOrdered ? `<ol start="${Number.isSafeInteger(start) ? start : 1}">${inner}</ol>` : `<ul>${inner}</ul>`;
}

function linkHtml(node: Raw, inner: string): string {
  const url = scalarText(node["url"]);
  // HTML has no link inside a link.
  return url === "" || inner.includes("<a ") ? inner : `<a href="${escapeHtml(url)}">${inner}</a>`;
}

/** The bits of Lexical's text format (packages/lexical/src/LexicalConstants.ts). */
const FORMATS: [bit: number, tag: string][] = [
  [16, "code"],
  [1, "strong"],
  [2, "em"],
  [4, "s"],
  [8, "u"],
  [32, "sub"],
  [64, "sup"],
  [128, "mark"],
];

function marked(text: string, format: number): string {
  // eslint-disable-next-line no-bitwise
  return FORMATS.reduce((html, [bit, tag]) => ((format & bit) === 0 ? html : `<${tag}>${html}</${tag}>`), text);
}
