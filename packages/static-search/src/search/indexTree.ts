import { type Branch, branchOf } from "../format/branch.ts";
import type { Entry } from "../format/leaf.ts";
import type { ShardStore } from "./shardStore.ts";

/** The index as one sorted map from keys to payloads. */
export type IndexTree = {
  /** The payload of a key. */
  find: (key: string) => Promise<Uint8Array | undefined>;
  /** The entries whose keys have a prefix. If in more than `most` leaves: those from the leaf of `around` on, or with `orNone` none. */
  startingWith: (prefix: string, limits: Limits) => Promise<Entry[]>;
};

type Limits = { most: number; around?: string; orNone?: boolean };

/** Appended to a prefix, this sorts after every key with it. */
const LAST = "\uffff";

export function indexTree(store: ShardStore, root: readonly Branch[]): IndexTree {
  const leavesBetween = async (first: string, last: string): Promise<Branch[]> => {
    const pages = root.slice(branchOf(root, first), branchOf(root, last) + 1);
    const leaves = (await Promise.all(pages.map(({ name }) => store.pages.get(name)))).flat();
    return leaves.slice(branchOf(leaves, first), branchOf(leaves, last) + 1);
  };
  return {
    find: async (key) => {
      const [leaf] = await leavesBetween(key, key);
      const entries = leaf ? await store.leaves.get(leaf.name) : [];
      const entry = entries[lowerBound(entries, key)];
      return entry?.key === key ? entry.payload : undefined;
    },
    startingWith: async (prefix, { most, around = prefix, orNone = false }) => {
      const all = await leavesBetween(prefix, prefix + LAST);
      if (orNone && all.length > most) return [];
      const from = Math.max(0, Math.min(branchOf(all, around), all.length - most));
      const entries = await Promise.all(all.slice(from, from + most).map(({ name }) => store.leaves.get(name)));
      return entries.flat().filter(({ key }) => key.startsWith(prefix));
    },
  };
}

function lowerBound(entries: readonly Entry[], key: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.key ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
