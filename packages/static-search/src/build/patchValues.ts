import type { Document, IndexSettings } from "./document.ts";
import type { Shards } from "./shards.ts";
import { keysOf } from "./valueSets.ts";
import { plainSet } from "./wordEntries.ts";
import type { WrittenIndex } from "./writtenIndex.ts";

/** A document that differs, and what it was; undefined for a new one. */
export type ChangedDocument = { doc: number; document: Document; before: Document | undefined };

/** Brings the sets of values and languages up to date. A value is called as its oldest document calls it. */
export function patchValues(
  shards: Shards,
  index: WrittenIndex,
  edits: Map<string, Uint8Array | undefined>,
  documents: readonly ChangedDocument[],
  settings: IndexSettings,
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
    edits.set(key, oldest === undefined ? undefined : plainSet(shards, docs, changes.get(oldest) ?? set.label));
  }
}
