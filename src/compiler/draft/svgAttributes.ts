type Attribute = { name: string; prefix: string; local: string; value: string };

/** Attributes of an SVG element that can neither run nor load anything, in their order. Those of other namespaces are notes of drawing programs. */
export function svgAttributes(attributes: Attribute[]): [name: string, value: string][] {
  return attributes.flatMap(({ prefix, local, value }): [string, string][] => {
    const name = local.toLowerCase();
    if (prefix === "xml" && (name === "lang" || name === "space")) return [[`xml:${local}`, value]];
    if (name === "href" && (prefix === "" || prefix === "xlink"))
      return isOwn(value) ? [[prefix === "" ? "href" : "xlink:href", value]] : [];
    if (prefix !== "" || name === "xmlns" || name === "src" || name.startsWith("on") || name.startsWith("data-")) return [];
    if (name === "attributename" && /href/iu.test(value)) return [];
    const bare = value.replace(/url\(\s*["']\s*(#[^"')]*)["']\s*\)/giu, "url($1)");
    return isHarmless(bare) ? [[local, bare]] : [];
  });
}

/** A part of the drawing itself, or a bitmap in it. */
const isOwn = (reference: string): boolean => /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/iu.test(reference);

const isHarmless = (value: string): boolean =>
  !/(?:java|vb)script\s*:|\\|@import|expression\s*\(/iu.test(value) && !/url\(\s*(?!#)/iu.test(value);
