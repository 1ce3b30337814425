import { foldText } from "./text/fold.ts";

/** A value that documents can have of a facet: `{ slug: "europol", name: "Europol" }`. Its slug stands in keys, filters and addresses. */
export type Value = { slug: string; name: string };

/** What documents are grouped by, such as their topic: a field of queries, something to filter by, and lists to suggest from. */
export type Facet<Stored> = {
  /** Its values in a document, read from what the index keeps of it. */
  of: (stored: Stored) => readonly Value[];
  /** Another name of the field in queries. */
  alias?: string;
  /** How many of its values are counted in an answer of many documents, where each costs a look-up; 4 if not given. */
  counted?: number;
};

/**
 * What an index is about. It is not written into the index: the same is given
 * to buildIndex and to createSearch.
 */
export type Schema<Stored = unknown, Name extends string = string> = {
  /** By name: small letters only, and none of those in RESERVED. */
  facets: Readonly<Record<Name, Facet<Stored>>>;
  /** A facet with few values, such as the sections of a newspaper: the manifest lists them, and all are counted in every answer. */
  listed?: NoInfer<Name>;
  /** How a name is written as a slug, so that `topic:"Coral bleaching"` finds coral-bleaching. */
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

/** How a schema writes a name as a slug. */
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
