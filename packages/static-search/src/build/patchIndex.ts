import type { Branch } from "../format/branch.ts";
import type { Entry } from "../format/leaf.ts";
import type { Schema } from "../schema.ts";
import { IndexWriter, partsOf } from "./indexWriter.ts";
import type { LeafWriter } from "./leafWriter.ts";
import type { Shards } from "./shards.ts";
import type { Thresholds } from "./thresholds.ts";
import type { WrittenIndex } from "./writtenIndex.ts";

/** New payloads by key; undefined if the entry is removed. */
export type Edits = ReadonlyMap<string, Uint8Array | undefined>;

/**
 * Rewrites an index with some entries changed. Leaves without a change stay as
 * they are, and so do all boundaries that the changes do not affect: the result is
 * the same as that of a full build.
 * @returns the pages, for the manifest
 */
export function patchIndex(
  shards: Shards,
  before: WrittenIndex,
  edits: Edits,
  schema: Schema<never>,
  limits: Thresholds,
): [string, string][] {
  const index = new IndexWriter(shards, schema, limits);
  for (const [prefix] of partsOf(schema)) {
    const leaves = before.leaves.filter(({ first }) => first.startsWith(prefix));
    const keys = [...edits.keys()].filter((key) => key.startsWith(prefix)).toSorted();
    patchPart({ shards, before, edits, writer: index.writer(prefix) }, leaves, keys);
  }
  for (const page of before.pages) shards.release(page);
  return index.finish();
}

type Patch = { shards: Shards; before: WrittenIndex; edits: Edits; writer: LeafWriter };

function patchPart(patch: Patch, leaves: readonly Branch[], keys: readonly string[]): void {
  const { shards, before, edits, writer } = patch;
  if (leaves.length === 0) addAll(writer, merged([], keys, edits));
  let at = 0;
  for (const [i, leaf] of leaves.entries()) {
    const next = leaves[i + 1]?.first;
    const end = next === undefined ? keys.length : indexFrom(keys, at, next);
    const own = keys.slice(at, end);
    at = end;
    // Where a leaf ends depends on the entry after it too.
    const changed = own.length > 0 || (next !== undefined && edits.has(next));
    if (!changed && writer.beginsAt(() => before.entries(leaf)[0])) {
      writer.keep(leaf);
      continue;
    }
    addAll(writer, merged(before.entries(leaf), own, edits));
    shards.release(leaf.name);
  }
}

/** The index of the first key, at or after `from`, that is not before `key`. */
function indexFrom(keys: readonly string[], from: number, key: string): number {
  let at = from;
  while (at < keys.length && (keys[at] ?? "") < key) at += 1;
  return at;
}

function addAll(writer: LeafWriter, entries: readonly Entry[]): void {
  for (const entry of entries) writer.add(entry);
}

function merged(entries: readonly Entry[], keys: readonly string[], edits: Edits): Entry[] {
  if (keys.length === 0) return [...entries];
  const kept = entries.filter(({ key }) => !edits.has(key));
  const edited = keys.flatMap((key) => {
    const payload = edits.get(key);
    return payload ? [{ key, payload }] : [];
  });
  return [...kept, ...edited].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
