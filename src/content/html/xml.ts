/** Characters that XML 1.0 (section 2.2) forbids, even escaped; a lone surrogate cannot be encoded in UTF-8. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element. Escapes attributes; children are elements or escaped text. Without any, it closes itself (in HTML: only void elements). */
export function element(name: string, attributes: Record<string, string>, ...children: string[]): string {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(" ");
  return children.length === 0 ? `<${head}/>` : `<${head}>${children.join("")}</${name}>`;
}

/** Escapes text for an element or attribute of XML or HTML, without the characters that XML forbids. */
export function escaped(text: string): string {
  return writable(text).replace(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);
}

/** Text without the characters that XML forbids, for a library that escapes by itself. */
export function writable(text: string): string {
  return text.replace(FORBIDDEN, "");
}
