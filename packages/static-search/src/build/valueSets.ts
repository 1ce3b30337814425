import { languageKey, valueKey } from "../format/keys.ts";
import { facetNames, slugOf } from "../schema.ts";
import type { Document, IndexSettings } from "./document.ts";

/** The documents with one value or language, ascending, and its name. */
export type ValueSet = { label: string; docs: number[] };

/** What a document is grouped by, as keys of the index with their names. "the Netherlands" stands under its slug and under its name. */
export function keysOf({ facets, language }: Document, { schema }: IndexSettings): [key: string, label: string][] {
  const keys = facetNames(schema).flatMap((facet) =>
    (facets[facet] ?? []).flatMap(({ slug, name }) => {
      const both = new Set([valueKey(facet, slug), valueKey(facet, slug, slugOf(schema, name))]);
      return [...both].map((key): [string, string] => [key, name]);
    }),
  );
  return [...keys, [languageKey(language), ""]];
}

/** Adds a document to the sets of what it is grouped by. Documents must come in ascending order. */
export function addToSets(sets: Map<string, ValueSet>, keys: readonly [key: string, label: string][], doc: number): void {
  for (const [key, label] of keys) {
    const set = sets.get(key);
    if (!set) sets.set(key, { label, docs: [doc] });
    else if (set.docs.at(-1) !== doc) set.docs.push(doc);
  }
}
