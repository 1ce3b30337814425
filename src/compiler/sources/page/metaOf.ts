import { scalarText } from "../article/record.ts";

/** Texts in a value, in one line each, without those that are empty. */
export const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .map((each: unknown) => scalarText(each).replace(/\s+/gu, " ").trim())
    .filter((text) => text !== "");

/** What the `meta` elements of a page say under some names, in the order of the names; `name` and `property` are both in use for all. */
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
