/** A void element of the head, its values escaped. An attribute without a value is left out. */
export function element(name: "meta" | "link", attributes: Record<string, string | undefined>): string {
  let written = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) written += ` ${key}="${escapeText(value)}"`;
  }
  return `${written}>`;
}

/** Text for a place in HTML or in a quoted attribute. Most has nothing to escape. */
export function escapeText(text: string): string {
  if (!/[&"<]/u.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
