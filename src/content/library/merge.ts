import type { LibraryRecord } from "./libraryRecord.ts";

/** A library as a map from the key of a record (`keyOf`) to the record, including removed ones. */
export type Records = ReadonlyMap<string, LibraryRecord>;

export const keyOf = ({ kind, id }: Pick<LibraryRecord, "kind" | "id">): string => `${kind}/${id}`;

/**
 * Merges records into a library. Of two with the same key, the one with the
 * greater stamp stays, whole. The result depends on neither order nor origin, so
 * that devices which have seen the same records hold the same library.
 */
export function merge(library: Records, incoming: Iterable<LibraryRecord>): Map<string, LibraryRecord> {
  const merged = new Map(library);
  for (const record of incoming) {
    const known = merged.get(keyOf(record));
    if (known === undefined || known.stamp < record.stamp) merged.set(keyOf(record), record);
  }
  return merged;
}

/** The records that a merge would add to a library or change in it. */
export function newIn(library: Records, incoming: Iterable<LibraryRecord>): LibraryRecord[] {
  return [...merge(library, incoming).values()].filter((record) => library.get(keyOf(record)) !== record);
}
