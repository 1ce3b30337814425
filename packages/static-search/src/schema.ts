import { foldText } from "./text/fold.ts";

/** A value of a facet: `{ slug: "europol", name: "Europol" }`. Keys, filters and addresses contain its slug. */
export type Value = { slug: string; name: string };

/** A property by which documents are grouped, such as their topic: a field of queries, a filter, and a source of suggestions. */
export type Facet<Stored> = {
  /** Its values in a document, read from the document's stored value. */
  of: (stored: Stored) => readonly Value[];
  /** Another name of the field in queries. */
  alias?: string;
  /** How many of its values are counted in large results, where each requires a lookup; 4 if not given. */
  counted?: number;
};

/**
 * The schema of an index. It is not written into the index: pass the same one to
 * buildIndex and to createSearch.
 */
export type Schema<Stored = unknown, Name extends string = string> = {
  /** The facets by name: lower-case letters only, and no name in RESERVED. */
  facets: Readonly<Record<Name, Facet<Stored>>>;
  /** A facet with few values, such as the sections of a newspaper: the manifest lists them, and all are counted in every result. */
  listed?: NoInfer<Name>;
  /** Makes a slug from a name, so that `topic:"Coral bleaching"` finds coral-bleaching. */
  slug?: (name: string) => string;
};

/** Fields that every index has, and keys of its other parts: no facet can have these names. */
const RESERVED = ["title", "before", "after", "on", "lang", "year", "w", "p", "h", "spell", "common"];

/** The names of a schema's facets, in its order. */
export const facetNames = ({ facets }: Schema<never>): string[] => Object.keys(facets);

/** @throws an error that names a facet that cannot be used */
export function checkSchema({ facets, listed }: Schema<never>): void {
  const names = Object.keys(facets);
  const all = [...names, ...names.flatMap((each) => facets[each]?.alias ?? [])];
  for (const [index, name] of all.entries()) {
    if (!/^[a-z]+$/u.test(name) || RESERVED.includes(name)) throw new Error(`A facet of a search index cannot be called "${name}".`);
    if (all.indexOf(name) < index) throw new Error(`Two facets of the search index are called "${name}".`);
  }
  if (listed !== undefined && !names.includes(listed)) throw new Error(`The search index has no facet "${listed}" that could be listed.`);
}

/** The slug of a name, by the schema's rule. */
export function slugOf({ slug = plainSlug }: Schema<never>, name: string): string {
  return slug(name);
}

/** Letters and digits without accents, all else one hyphen. */
function plainSlug(name: string): string {
  return foldText(name)
    .replace(/['’ʼ]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
}
