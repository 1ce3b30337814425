import { noteLabel, type Inline } from "../blocks/inline.ts";

/** Makes an address absolute. */
export type Resolve = (url: string) => string;

/** Inlines as Markdown (CommonMark, with the strikethrough and notes of GitHub), on one line. */
export function inlineMarkdown(inlines: Inline[], resolve: Resolve): string {
  return inlines.map((inline) => oneMarkdown(inline, resolve)).join("");
}

/** Marks with signs of their own, and those that only HTML has, which Markdown may contain. */
const SIGNS = { strong: "**", emphasis: "*", del: "~~" };

function oneMarkdown(inline: Inline, resolve: Resolve): string {
  switch (inline.type) {
    case "text":
      return escapedMarkdown(inline.text);
    case "strong":
    case "emphasis":
    case "del":
      return signed(inlineMarkdown(inline.children, resolve), SIGNS[inline.type]);
    case "sub":
    case "sup":
    case "mark":
    case "ins":
      return `<${inline.type}>${inlineMarkdown(inline.children, resolve)}</${inline.type}>`;
    case "abbr":
      return `${inlineMarkdown(inline.children, resolve)} (${escapedMarkdown(inline.title)})`;
    case "lang":
      return inlineMarkdown(inline.children, resolve);
    case "checkbox":
      return inline.checked ? "[x]" : "[ ]";
    case "code":
      return codeMarkdown(inline.text);
    case "link":
      return inline.card
        ? inlineMarkdown(inline.children, resolve)
        : linkMarkdown(inlineMarkdown(inline.children, resolve), resolve(inline.url));
    case "math":
      return inline.tex === undefined ? escapedMarkdown(inline.text) : `$${oneLine(inline.tex)}$`;
    case "break":
      return "<br>";
    case "noteRef":
      return `[^${noteLabel(inline.note)}]`;
  }
}

/** A link with words that are Markdown already. */
export const linkMarkdown = (words: string, url: string): string => `[${words}](${url.replaceAll(/[\s()<>\\]/gu, encodeSign)})`;

/** `encodeURIComponent` leaves parentheses as they are. */
const encodeSign = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;

/** Text on one line in which nothing is a sign of Markdown or HTML. */
export const escapedMarkdown = (text: string): string =>
  oneLine(text)
    .replaceAll(/[\\`*_[\]<>~|$]/gu, String.raw`\$&`)
    .replaceAll(/&(?=#?\w+;)/gu, String.raw`\&`)
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+=](?=\s|$|-|=))/u, String.raw`$1\$2`)
    .replace(/^(\s*\d{1,9})([.)](?=\s|$))/u, String.raw`$1\$2`);

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, " ");

/** Signs do not count beside a space inside them, so spaces go outside. */
function signed(words: string, sign: string): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(words) ?? [];
  return inner === "" ? words : `${before}${sign}${inner}${sign}${after}`;
}

/** Between more backticks than there are in a row inside. */
function codeMarkdown(text: string): string {
  const fence = fenceFor(text, 1);
  const pad = /^`|`$/u.test(text) ? " " : "";
  return `${fence}${pad}${oneLine(text)}${pad}${fence}`;
}

/** More backticks than there are in a row in a text, and at least so many. */
export const fenceFor = (text: string, least: number): string =>
  "`".repeat(Math.max(least, 1 + Math.max(0, ...Array.from(text.matchAll(/`+/gu), ([run]) => run.length))));
