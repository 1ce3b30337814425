import { decodePostings } from "../format/encodePostings.ts";
import { RANGE, type SetPart } from "../format/setEntry.ts";
import type { DocumentSet } from "./documentSet.ts";
import type { ShardStore } from "./shardStore.ts";

/** How many bytes the long lists of one query may have before the weak parts of older documents are left out. */
const BUDGET = 160_000;

/** Loaded lists. `exact` is false if parts were left out. */
export type Lists = {
  exact: boolean;
  isWhole: (entry: DocumentSet) => boolean;
  visit: (entry: DocumentSet, visit: (doc: number, level: number) => void) => void;
};

/**
 * Loads the lists of all words of a query: all parts if they are small enough
 * together; else the strong parts of all, and the weak parts of the newest
 * documents. Then the best hits are right, and the count is a lower bound.
 */
export async function loadLists(store: ShardStore, entries: readonly DocumentSet[], budget = BUDGET): Promise<Lists> {
  const parts = new Map(entries.flatMap(({ parts }) => parts.map((part) => [part.name, part])));
  const chosen = affordable([...parts.values()], budget, (name) => store.lists.has(name));
  const loaded = new Map(
    await Promise.all(chosen.map(async ({ name }): Promise<[string, Uint8Array]> => [name, await store.lists.get(name)])),
  );
  return {
    exact: chosen.length === parts.size,
    isWhole: (entry) => entry.parts.every(({ name }) => loaded.has(name)),
    visit: (entry, visit) => {
      for (const { bytes, count, from } of entry.inline) decodePostings(bytes, count, from, visit);
      for (const part of entry.parts) {
        const bytes = loaded.get(part.name);
        if (bytes) decodePostings(bytes, part.count, part.range * RANGE, visit);
      }
    },
  };
}

function affordable(parts: SetPart[], budget: number, isHere: (name: string) => boolean): SetPart[] {
  let spent = 0;
  return parts
    .toSorted((a, b) => Number(b.strong) - Number(a.strong) || b.range - a.range)
    .filter((part) => {
      const cost = isHere(part.name) ? 0 : part.bytes;
      if (!part.strong && spent + cost > budget) return false;
      spent += cost;
      return true;
    });
}
