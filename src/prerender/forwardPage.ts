import type { Edition } from "#content/edition.ts";
import { element, escapeText } from "./head/element.ts";

/**
 * A page for an old address: it leads on by itself, and by a link.
 * @param to the path of the new page on its host, so that it leads on from any host
 * @param canonical the full address of the new page
 */
export function forwardPage(to: string, canonical: string, { language, direction, name }: Edition): string {
  const title = escapeText(name);
  return [
    `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>${title}</title>`,
    element("meta", { "http-equiv": "refresh", content: `0; url=${to}` }),
    element("link", { rel: "canonical", href: canonical }),
    element("meta", { name: "robots", content: "noindex" }),
    // Browsers would ask for /favicon.ico, which is not there.
    element("link", { rel: "icon", href: "data:," }),
    `</head><body><p><a href="${escapeText(to)}">${escapeText(canonical)}</a></p></body></html>\n`,
  ].join("");
}
