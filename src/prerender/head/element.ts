/** A void element of the head, its values escaped. An attribute without a value is left out. */
export function element(name: "meta" | "link", attributes: Record<string, string | undefined>): string {
  const written = Object.entries(attributes).map(([key, value]) => (value === undefined ? "" : ` ${key}="${escapeText(value)}"`));
  return `<${name}${written.join("")}>`;
}

/** Text for a place in HTML or in a quoted attribute. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** The text that React has written into HTML, where it escapes five signs. */
export function unescapeText(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot|#x27);/gu, (entity) => SIGNS[entity] ?? entity);
}

const SIGNS: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };
