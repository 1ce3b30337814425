import type { Inline } from "#content/inline.ts";
import { element, escaped } from "./xml.ts";

/** Makes an address full. */
export type Resolve = (url: string) => string;

/** Inlines as HTML, escaped. A reference to a note is its number: ids would clash with those of other stories in a feed reader. */
export function inlineHtml(inlines: Inline[], resolve: Resolve): string {
  return inlines.map((inline) => oneHtml(inline, resolve)).join("");
}

const TAGS = { strong: "strong", emphasis: "em", sub: "sub", sup: "sup", mark: "mark" };

function oneHtml(inline: Inline, resolve: Resolve): string {
  switch (inline.type) {
    case "text":
      return escaped(inline.text);
    case "strong":
    case "emphasis":
    case "sub":
    case "sup":
    case "mark":
      return element(TAGS[inline.type], {}, inlineHtml(inline.children, resolve));
    case "code":
      return element("code", {}, escaped(inline.text));
    case "link":
      return element("a", { href: resolve(inline.url) }, inlineHtml(inline.children, resolve));
    case "break":
      return element("br", {});
    case "noteRef":
      return element("sup", {}, `[${escaped(inline.note)}]`);
    case "lang":
      return element("span", { lang: inline.lang, ...(inline.dir && { dir: inline.dir }) }, inlineHtml(inline.children, resolve));
  }
}
