import { scalarText } from "../../text/jsonRecord.ts";

/** The texts in a value, each on one line, without empty ones. */
export const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .map((each: unknown) => scalarText(each).replace(/\s+/gu, " ").trim())
    .filter((text) => text !== "");

/** Returns a function for the values of `meta` elements, in the order of the given names. Sites mix up `name` and `property`. */
export function metaOf(document: Document): (...names: string[]) => string[] {
  const known = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const value = meta.getAttribute("content");
    for (const key of ["name", "property", "itemprop", "http-equiv"]) {
      const name = meta.getAttribute(key)?.toLowerCase();
      if (name !== undefined) known.set(name, [...(known.get(name) ?? []), ...texts(value)]);
    }
  }
  return (...names) => names.flatMap((name) => known.get(name) ?? []);
}
