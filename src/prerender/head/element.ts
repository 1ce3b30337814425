/** A void element of the head. Values are escaped; an attribute without a value is left out. */
export function element(name: "meta" | "link", attributes: Record<string, string | undefined>): string {
  let written = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) written += ` ${key}="${escapeText(value)}"`;
  }
  return `${written}>`;
}

/** Escapes text for HTML content or a quoted attribute. Most text needs no escaping. */
export function escapeText(text: string): string {
  if (!/[&"<]/u.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
