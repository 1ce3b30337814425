import { replaceSpans } from "../../text/replaceSpans.ts";

const BLOCKS =
  "table|thead|tfoot|tbody|caption|colgroup|col|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|script|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|summary|menu|iframe|object|video|audio";

const START = new RegExp(`<(?:${BLOCKS})(?=[\\s/>])`, "giu");
const END = new RegExp(`</(?:${BLOCKS})\\s*>|<(?:hr|col|area)\\b[^<>]*>`, "giu");
const AT_START = new RegExp(`^</?(?:${BLOCKS})(?=[\\s/>])`, "iu");

/** Elements whose line breaks are part of their content, or that hold no text at all. */
const AS_IT_IS = /<(pre|script|style|textarea)(?=[\s>])[^]*?(?:<\/\1\s*>|$)/giu;

/**
 * The paragraphs and line breaks that WordPress puts into classic text when it
 * shows it (its wpautop): an empty line ends a paragraph, a single line break
 * stays one, and block elements are paragraphs already. A comment, such as the one
 * that ends a teaser, separates paragraphs.
 */
export function autoParagraphs(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(AS_IT_IS)) {
    parts.push(inParagraphs(text.slice(from, match.index)), match[0]);
    from = match.index + match[0].length;
  }
  return [...parts, inParagraphs(text.slice(from))].join("\n");
}

function inParagraphs(text: string): string {
  const apart = replaceSpans(
    text,
    /<!--/gu,
    () => "-->",
    () => "\n\n",
  );
  return apart
    .replace(/<[^<>]*>/gu, (tag) => tag.replace(/\s*\n\s*/gu, " "))
    .replace(START, "\n\n$&")
    .replace(END, "$&\n\n")
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (AT_START.test(part) ? part : `<p>${withBreaks(part)}</p>`))
    .join("\n");
}

const withBreaks = (part: string): string =>
  part
    .split("\n")
    .map((line) => line.trim())
    .join("<br>")
    .replace(/(?:<br\s*\/?>)<br>/giu, "<br>");
