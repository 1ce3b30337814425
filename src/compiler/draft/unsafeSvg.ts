/**
 * What an SVG holds that could run, load or pretend, in words; undefined for a
 * drawing. Decides by the text, not by a parse: what two parsers read in two
 * ways is refused, and a drawing has no need of any of it.
 */
export function unsafeSvg(svg: string): string | undefined {
  return DANGERS.find(([pattern]) => pattern.test(svg))?.[1] ?? foreignReference(svg);
}

const DANGERS: [RegExp, string][] = [
  [/<!ENTITY|<!DOCTYPE[^>]*\[/iu, "an entity"],
  [/<(?:[\w.-]+:)?script\b/iu, "a script"],
  [/<(?:[\w.-]+:)?(?:foreignObject|iframe|embed|object|audio|video|handler|listener|annotation-xml)\b/iu, "foreign content"],
  [/[\s"'/]on[a-z]+\s*=/iu, "an event handler"],
  [/(?:java|vb)script\s*:/iu, "a script"],
  // An ASCII character has no need to be written as a number, but for hiding a word from this list.
  [/&#(?:x0*[2-7][0-9a-f](?![0-9a-f])|0*(?:3[2-9]|[4-9]\d|1[01]\d|12[0-7])(?!\d))/iu, "hidden words"],
  [/<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8|us-ascii|iso-8859-1|windows-1252)/iu, "an unusual encoding"],
  [/<\?xml-stylesheet|@import|@font-face/iu, "a style sheet from elsewhere"],
  [/attributeName\s*=\s*["']?\s*(?:xlink:)?href/iu, "an address that changes"],
];

/** References may point into the drawing itself, or hold a bitmap. */
function foreignReference(svg: string): string | undefined {
  const references = [
    ...[...svg.matchAll(/[\s"'/:](?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/giu)].map(
      (match) => match[1] ?? match[2] ?? match[3] ?? "",
    ),
    ...[...svg.matchAll(/url\(\s*["']?([^)"']*)/giu)].map((match) => match[1] ?? ""),
  ];
  const isOwn = (reference: string) =>
    reference.trim().startsWith("#") || /^\s*data:image\/(?:png|jpeg|gif|webp);base64,/iu.test(reference);
  if (!references.every(isOwn)) return "a reference to something outside it";
  // An escape could spell url( in a way that the pattern above does not see (CSS Syntax 4.3.7).
  return /style[^<]*\\[0-9a-f]/iu.test(svg) ? "an escape in its style" : undefined;
}
