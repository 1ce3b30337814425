import { escapeHtml } from "../../text/escaped.ts";
import { isForEditors, isRecord, numberIn, type Raw, recordIn, recordsOf, scalarText, wordsIn } from "../../text/jsonRecord.ts";
import { codeHtml, frameHtml } from "../../text/figureHtml.ts";
import { markedHtml } from "../../text/markedHtml.ts";
import { type FlatItem, nestedList } from "../../text/nestedList.ts";
import { focusAt } from "../../draft/focus.ts";
import { lineOf, NAMES, restrictionWithin } from "./documentFields.ts";

/** What a text refers to: the address of a picture or file, and the words of a block that is not known. */
export type PortableContext = { address: (reference: Raw) => string; warn: (message: string) => void };

/** Portable Text (github.com/portabletext/portabletext), the rich text of Sanity, as HTML. */
export function portableText(blocks: Raw[], context: PortableContext): string {
  const parts: string[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] ?? {};
    const run = block["listItem"] === undefined ? [] : runOf(blocks, at);
    const mark = run.map((item) => restrictionWithin(item)).find(Boolean);
    parts.push(mark ?? (run.length > 0 ? nestedList(run.map(itemOf)) : blockHtml(block, context)));
    at += Math.max(0, run.length - 1);
  }
  return parts.filter((part) => part !== "").join("\n");
}

function runOf(blocks: Raw[], from: number): Raw[] {
  let end = from + 1;
  while (end < blocks.length && blocks[end]?.["listItem"] !== undefined) end += 1;
  return blocks.slice(from, end);
}

const itemOf = (block: Raw): FlatItem => ({
  tag: block["listItem"] === "number" ? "ol" : "ul",
  level: levelOf(block),
  html: spansHtml(block),
});

const levelOf = ({ level }: Raw): number => numberIn(level) || 1;

function blockHtml(block: Raw, context: PortableContext): string {
  const type = scalarText(block["_type"]);
  const mark = restrictionWithin(block);
  if (mark !== "") return mark;
  if (type === "block") return textHtml(block);
  if (/^(?:break|divider|hr|horizontalRule)$/iu.test(type)) return "<hr>";
  if (isRecord(block["asset"]) || block["_sanityAsset"] !== undefined) return pictureHtml(block, context);
  if (/code/iu.test(type) && scalarText(block["code"]) !== "") return codeHtml(scalarText(block["code"]), scalarText(block["language"]));
  if (type === "table") return tableHtml(block);
  const images = recordsOf(block["images"]);
  if (images.length > 0) return `<div class="gallery">${images.map((image) => pictureHtml(image, context)).join("")}</div>`;
  const url = scalarText(block["url"]);
  if (url !== "") return frameHtml(url, scalarText(block["title"]));
  const inner = innerBlocks(block);
  const title = lineOf(block, NAMES.headline);
  if (inner.length > 0)
    return `${title === undefined ? "" : `<p><strong>${escapeHtml(title)}</strong></p>`}${portableText(inner, context)}`;
  const words = wordsIn(block);
  context.warn(
    words === ""
      ? `A block of a kind of its own (${type}) was left out; it has no words.`
      : `Only the words of a block of a kind of its own (${type}) were kept.`,
  );
  return words === "" ? "" : `<p>${escapeHtml(words)}</p>`;
}

/** The texts within a block, in any of its fields. */
const innerBlocks = (block: Raw): Raw[] =>
  Object.entries(block).flatMap(([name, value]) => (isForEditors(name) ? [] : recordsOf(value).filter(({ _type }) => _type === "block")));

function textHtml(block: Raw): string {
  const style = scalarText(block["style"]);
  const tag = /^(?:h[1-6]|blockquote)$/u.test(style) ? style : "p";
  const html = spansHtml(block);
  return html.trim() === "" ? "" : `<${tag}>${html}</${tag}>`;
}

const DECORATORS = new Map([
  ["strong", "strong"],
  ["em", "em"],
  ["code", "code"],
  ["underline", "u"],
  ["strike-through", "s"],
  ["strike", "s"],
  ["sup", "sup"],
  ["sub", "sub"],
  ["highlight", "mark"],
]);

/** A mark is a decorator, or the key of an annotation such as a link. */
function spansHtml(block: Raw): string {
  const links = new Map(recordsOf(block["markDefs"]).map((mark) => [scalarText(mark["_key"]), scalarText(mark["href"] ?? mark["url"])]));
  return recordsOf(block["children"])
    .map((span) => {
      const marks = Array.isArray(span["marks"]) ? span["marks"].map(scalarText) : [];
      const tags = marks.flatMap((mark) => {
        const href = links.get(mark) ?? "";
        return href === "" ? (DECORATORS.get(mark) ?? []) : [`a href="${escapeHtml(href)}"`];
      });
      return markedHtml(span["_type"] === "span" || span["text"] !== undefined ? scalarText(span["text"]) : wordsIn(span), tags);
    })
    .join("");
}

/** A picture with its caption. */
export function pictureHtml(picture: Raw, { address }: Pick<PortableContext, "address">): string {
  const src = address(picture);
  const caption = picture["caption"];
  const words = Array.isArray(caption) ? recordsOf(caption).map(spansHtml).join(" ") : escapeHtml(scalarText(caption));
  const { x, y } = recordIn(picture, "hotspot");
  const focus = typeof x === "number" && typeof y === "number" ? ` data-object-position="${focusAt(x, y) ?? ""}"` : "";
  const image = `<img src="${escapeHtml(src)}"${focus} alt="${escapeHtml(scalarText(picture["alt"] ?? picture["altText"]))}">`;
  return src === "" ? "" : `<figure>${image}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`;
}

/** The table of Sanity's plugin: rows with cells of plain text. */
function tableHtml(block: Raw): string {
  const rows = recordsOf(block["rows"] ?? recordIn(block, "table")["rows"]).map((row) => {
    const cells = Array.isArray(row["cells"]) ? row["cells"] : [];
    return `<tr>${cells.map((cell: unknown) => `<td>${escapeHtml(wordsIn(cell))}</td>`).join("")}</tr>`;
  });
  return rows.length === 0 ? "" : `<table>${rows.join("")}</table>`;
}
