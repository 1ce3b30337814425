/**
 * What an SVG contains that could run, load or conceal something, in words; undefined
 * for a safe drawing. It checks the text instead of parsing it, so that markup which two
 * parsers read differently is refused as well; a drawing needs none of it.
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
  // There is no reason to write an ASCII character as a number, except to hide a word from this list.
  [/&#(?:x0*[2-7][0-9a-f](?![0-9a-f])|0*(?:3[2-9]|[4-9]\d|1[01]\d|12[0-7])(?!\d))/iu, "hidden words"],
  [/<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8|us-ascii|iso-8859-1|windows-1252)/iu, "an unusual encoding"],
  [/<\?xml-stylesheet|@import|@font-face/iu, "a style sheet from elsewhere"],
  [/attributeName\s*=\s*["']?\s*(?:xlink:)?href/iu, "an address that changes"],
];

/** References may only point into the drawing itself, or be an embedded bitmap. */
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
