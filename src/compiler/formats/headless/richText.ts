import { escapeHtml } from "../../text/escaped.ts";
import { type Raw, recordIn, recordsOf, scalarText, wordsIn } from "../../text/jsonRecord.ts";
import { markedHtml } from "../../text/markedHtml.ts";

/** What a text refers to by id. `entry` is the HTML of an entry within a text; `page` the address of one. */
export type RichContext = { asset: (id: string) => string; entry: (id: string) => string; page: (id: string) => string };

/** Contentful's rich text (github.com/contentful/rich-text) as HTML. */
export function richText(node: Raw, context: RichContext, depth = 0): string {
  const type = scalarText(node["nodeType"]);
  if (type === "text") return marked(node);
  if (depth > DEEPEST) return escapeHtml(wordsIn(node));
  const inner = recordsOf(node["content"])
    .map((each) => richText(each, context, depth + 1))
    .join("");
  const data = recordIn(node, "data");
  const id = scalarText(recordIn(recordIn(data, "target"), "sys")["id"]);
  const tag = TAGS.get(type);
  if (tag !== undefined) return `<${tag}>${inner}</${tag}>`;
  if (type === "hr") return "<hr>";
  if (type === "embedded-asset-block") return context.asset(id);
  if (type.startsWith("embedded-entry")) return context.entry(id);
  const url = type === "hyperlink" ? scalarText(data["uri"]) : type === "entry-hyperlink" ? context.page(id) : "";
  return url === "" ? inner : `<a href="${escapeHtml(url)}">${inner}</a>`;
}

const DEEPEST = 60;

const TAGS = new Map([
  ["paragraph", "p"],
  ...[1, 2, 3, 4, 5, 6].map((level): [string, string] => [`heading-${level}`, `h${level}`]),
  ["unordered-list", "ul"],
  ["ordered-list", "ol"],
  ["list-item", "li"],
  ["blockquote", "blockquote"],
  ["table", "table"],
  ["table-row", "tr"],
  ["table-cell", "td"],
  ["table-header-cell", "th"],
]);

const MARKS = new Map([
  ["bold", "strong"],
  ["italic", "em"],
  ["underline", "u"],
  ["code", "code"],
  ["superscript", "sup"],
  ["subscript", "sub"],
  ["strikethrough", "s"],
]);

const marked = (node: Raw): string =>
  markedHtml(
    scalarText(node["value"]),
    recordsOf(node["marks"]).flatMap(({ type }) => MARKS.get(scalarText(type)) ?? []),
  );
