import { languageKey, valueKey } from "../format/keys.ts";
import { facetNames, slugOf } from "../schema.ts";
import type { Document, IndexSettings } from "./document.ts";
import type { Shards } from "./shards.ts";
import type { PartLimits } from "./thresholds.ts";
import { plainSet } from "./wordEntries.ts";
import type { WrittenIndex } from "./writtenIndex.ts";

/** The documents with one value or language, ascending, and its name. */
export type ValueSet = { label: string; docs: number[] };

/** The keys of a document's values and language, with their names. "the Netherlands" has a key by its slug and one by its name. */
export function keysOf({ facets, language }: Document, { schema }: IndexSettings): [key: string, label: string][] {
  const keys = facetNames(schema).flatMap((facet) =>
    (facets[facet] ?? []).flatMap(({ slug, name }) => {
      const both = new Set([valueKey(facet, slug), valueKey(facet, slug, slugOf(schema, name))]);
      return [...both].map((key): [string, string] => [key, name]);
    }),
  );
  return [...keys, [languageKey(language), ""]];
}

/** Adds a document to the sets of its keys. Documents must come in ascending order. */
export function addToSets(sets: Map<string, ValueSet>, keys: readonly [key: string, label: string][], doc: number): void {
  for (const [key, label] of keys) {
    const set = sets.get(key);
    if (!set) sets.set(key, { label, docs: [doc] });
    else if (set.docs.at(-1) !== doc) set.docs.push(doc);
  }
}

/** A changed document and its former version; undefined for a new one. */
export type ChangedDocument = { doc: number; document: Document; before: Document | undefined };

/** Updates the sets of values and languages. A value has the name that its oldest document gives it. */
export function patchValues(
  shards: Shards,
  index: WrittenIndex,
  edits: Map<string, Uint8Array | undefined>,
  documents: readonly ChangedDocument[],
  settings: IndexSettings,
  limits: PartLimits,
): void {
  const touched = new Map<string, Map<number, string | undefined>>();
  const touch = (key: string, doc: number, label: string | undefined): void => {
    const docs = touched.get(key) ?? new Map<number, string | undefined>();
    docs.set(doc, label);
    touched.set(key, docs);
  };
  for (const { doc, document, before } of documents) {
    const had = new Map(before ? keysOf(before, settings) : []);
    const has = new Map(keysOf(document, settings));
    for (const key of had.keys()) if (!has.has(key)) touch(key, doc, undefined);
    for (const [key, label] of has) if (had.get(key) !== label) touch(key, doc, label);
  }
  for (const [key, changes] of touched) {
    const set = index.set(key);
    const docs = [
      ...set.docs.filter((doc) => !changes.has(doc)),
      ...[...changes].flatMap(([doc, label]) => (label === undefined ? [] : [doc])),
    ];
    docs.sort((a, b) => a - b);
    for (const file of set.files) shards.release(file);
    const [oldest] = docs;
    edits.set(key, oldest === undefined ? undefined : plainSet(shards, docs, changes.get(oldest) ?? set.label, limits));
  }
}
