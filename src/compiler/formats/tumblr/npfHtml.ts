import { escapeHtml } from "../../text/escaped.ts";
import { type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { figureHtml, frameHtml } from "../../text/figureHtml.ts";
import { type FlatItem, nestedList } from "../../text/nestedList.ts";
import { formattedText } from "./formattedText.ts";

/** Whether a post has a part that only subscribers of the blog see. */
export const isPaid = (post: Raw): boolean =>
  [post, ...recordsOf(post["trail"])].some(({ content }) => recordsOf(content).some(({ type }) => /^paywall$/iu.test(scalarText(type))));

/** The blocks of Tumblr's Neue Post Format as HTML, from a position on. Pictures in one row are a gallery. */
export function npfHtml(content: Raw[], layout: Raw[], from = 0): string {
  const rows = rowsIn(layout);
  const asked = new Set(layout.filter(({ type }) => type === "ask").flatMap(({ blocks }) => (Array.isArray(blocks) ? blocks : [])));
  const parts: string[] = [];
  for (let at = from; at < content.length; at += 1) {
    const block = content[at];
    if (!block) continue;
    const row = rows.get(at) ?? [];
    if (row.length > 1 && row.every((each) => content[each]?.["type"] === "image")) {
      parts.push(`<div class="gallery">${row.map((each) => imageHtml(content[each] ?? {})).join("")}</div>`);
      at = row.reduce((last, each) => Math.max(last, each), at);
    } else if (isItem(block)) {
      const items = runOf(content, at);
      parts.push(nestedList(items.map(listItem)));
      at += items.length - 1;
    } else {
      const html = blockHtml(block);
      parts.push(asked.has(at) ? `<blockquote>${html}</blockquote>` : html);
    }
  }
  return parts.filter((part) => part !== "").join("\n");
}

/** The positions in the row of each block that is the first of a row. */
function rowsIn(layout: Raw[]): Map<number, number[]> {
  const displays = layout.filter(({ type }) => type === "rows").flatMap(({ display }) => recordsOf(display));
  const lists = displays.map(({ blocks }) => [
    ...new Set((Array.isArray(blocks) ? blocks : []).filter((at) => typeof at === "number" && at >= 0)),
  ]);
  return new Map(lists.flatMap((row): [number, number[]][] => (row[0] === undefined ? [] : [[row[0], row]])));
}

const isItem = ({ subtype }: Raw): boolean => subtype === "ordered-list-item" || subtype === "unordered-list-item";

/** The list items that follow each other. */
function runOf(content: Raw[], from: number): Raw[] {
  let end = from + 1;
  while (end < content.length && isItem(content[end] ?? {})) end += 1;
  return content.slice(from, end);
}

const listItem = (block: Raw): FlatItem => ({
  tag: block["subtype"] === "ordered-list-item" ? "ol" : "ul",
  level: levelOf(block),
  html: formattedText(block),
});

const levelOf = ({ indent_level }: Raw): number => (typeof indent_level === "number" ? indent_level : 0);

function blockHtml(block: Raw): string {
  switch (scalarText(block["type"])) {
    case "text":
      return textHtml(block);
    case "image":
      return imageHtml(block);
    case "link":
      return linkHtml(block);
    case "audio":
    case "video":
      return recordingHtml(block);
    case "poll":
      return pollHtml(block);
    default:
      return "";
  }
}

const SUBTYPES = new Map([
  ["heading1", "h2"],
  ["heading2", "h3"],
  ["quote", "blockquote"],
  ["indented", "blockquote"],
  ["chat", "pre"],
]);

function textHtml(block: Raw): string {
  const tag = SUBTYPES.get(scalarText(block["subtype"])) ?? "p";
  const html = formattedText(block);
  return html.trim() === "" ? "" : `<${tag}>${html}</${tag}>`;
}

/** The largest of the sizes. */
function imageHtml(block: Raw): string {
  const [largest] = recordsOf(block["media"]).toSorted((one, other) => Number(other["width"] ?? 0) - Number(one["width"] ?? 0));
  const src = scalarText(largest?.["url"]);
  return src === "" ? "" : figureHtml({ src, alt: scalarText(block["alt_text"]), caption: scalarText(block["caption"]) });
}

function linkHtml(block: Raw): string {
  const url = scalarText(block["url"]);
  const lines = [block["description"], block["site_name"]].map(scalarText).filter(Boolean).map(escapeHtml);
  const title = escapeHtml(scalarText(block["title"]) || url);
  return title === "" ? "" : `<p>${[url === "" ? title : `<a href="${escapeHtml(url)}">${title}</a>`, ...lines].join("<br>")}</p>`;
}

/** A file of Tumblr's own, or the frame or page of another service. */
function recordingHtml(block: Raw): string {
  const tag = block["type"] === "audio" ? "audio" : "video";
  const src = scalarText(recordIn(block, "media")["url"]);
  const title = [block["title"], block["artist"]].map(scalarText).filter(Boolean).join(" – ");
  if (src !== "" && scalarText(block["provider"]).replace("tumblr", "") === "")
    return `<${tag} src="${escapeHtml(src)}" title="${escapeHtml(title)}"></${tag}>`;
  const url = scalarText(block["url"]) || scalarText(block["embed_url"]);
  return url === "" ? scalarText(block["embed_html"]) : frameHtml(url, title);
}

function pollHtml(block: Raw): string {
  const answers = recordsOf(block["answers"]).map((answer) => `<li>${escapeHtml(scalarText(answer["answer_text"]))}</li>`);
  return `<p>${escapeHtml(scalarText(block["question"]))}</p><ul>${answers.join("")}</ul>`;
}
