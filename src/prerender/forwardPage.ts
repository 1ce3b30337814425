import type { Edition } from "#content/edition.ts";
import { element, escapeText } from "./head/element.ts";

/** A page for an old address: it leads on by itself, and by a link. */
export function forwardPage(to: string, { language, direction, name }: Edition): string {
  const title = escapeText(name);
  return [
    `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>${title}</title>`,
    element("meta", { "http-equiv": "refresh", content: `0; url=${to}` }),
    element("link", { rel: "canonical", href: to }),
    element("meta", { name: "robots", content: "noindex" }),
    `</head><body><p><a href="${escapeText(to)}">${escapeText(to)}</a></p></body></html>\n`,
  ].join("");
}
