/**
 * XML without its document type, with the entities it declares replaced by
 * their text. A feed needs only short texts as entities: one that is a file, or
 * holds other entities or markup, may read files that it should not or grow
 * without end (XML 1.0, 4.2 to 4.4).
 * @returns the XML, or why it is refused, as a full sentence
 */
export function withoutDoctype(xml: string): { xml: string } | { error: string } {
  const start = /^\s*(?:<\?[^>]*\?>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*<!DOCTYPE\b/iu.exec(xml.slice(0, LATEST));
  if (!start) return { xml };
  const from = start[0].length - "<!DOCTYPE".length;
  const end = endOf(xml, from);
  if (end === undefined) return { error: "The document type of the file is not closed." };
  const doctype = xml.slice(from, end);
  const declared = doctype.match(/<!ENTITY\b/giu)?.length ?? 0;
  const entities = [...doctype.matchAll(PLAIN)];
  if (declared !== entities.length || declared > 300 || /%[\w.-]+;/u.test(doctype))
    return { error: "The file declares entities that refer to other entities or to files, which may do harm; it was not read." };
  // Line breaks stay, so that problems give the line numbers of the file.
  const rest = xml.slice(0, from) + doctype.replace(/[^\n]/gu, "") + xml.slice(end);
  if (declared === 0) return { xml: rest };
  const texts = new Map(entities.map(([, name = "", double, single]) => [name, double ?? single ?? ""]));
  return { xml: rest.replace(/&([\w.-]+);/gu, (reference, name: string) => texts.get(name) ?? reference) };
}

/** In characters. The document type is at the start, after comments at most. */
const LATEST = 100_000;

/** <!ENTITY name "text"> with a short text that holds no markup, no "%" and only numbered characters. */
const PLAIN = /<!ENTITY\s+([\w.-]+)\s+(?:"((?:[^"<&%]|&#x?[\da-f]+;){0,200})"|'((?:[^'<&%]|&#x?[\da-f]+;){0,200})')\s*>/giu;

function endOf(xml: string, from: number): number | undefined {
  const limit = Math.min(xml.length, from + LATEST);
  let [inside, quote] = [false, ""];
  for (let at = from; at < limit; at += 1) {
    const sign = xml.charAt(at);
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "[") inside = true;
    else if (sign === "]") inside = false;
    else if (sign === ">" && !inside) return at + 1;
  }
  return undefined;
}
