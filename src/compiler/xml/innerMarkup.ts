import { escapedText, escapeHtml } from "../text/escaped.ts";
import type { XmlElement } from "./xmlElement.ts";

/** The content of an element as HTML, for markup that is not escaped in the XML: XHTML in Atom, NITF. Prefixes are left out. */
export function innerMarkup(element: XmlElement): string {
  return element.nodes.map((node) => (typeof node === "string" ? escapedText(node) : markup(node))).join("");
}

function markup(element: XmlElement): string {
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !/^xmlns(?::|$)/u.test(name))
    .map(([name, value]) => ` ${name === "xml:lang" ? "lang" : name}="${escapeHtml(value)}"`)
    .join("");
  const start = `<${element.local}${attributes}>`;
  return VOID.has(element.local.toLowerCase()) ? start : `${start}${innerMarkup(element)}</${element.local}>`;
}

/** Void elements, which have no end tag in HTML (WHATWG HTML, 13.1.2). */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
