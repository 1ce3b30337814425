import { type Branch, branchOf } from "../format/branch.ts";
import { LARGE } from "../format/files.ts";
import { hasPositions, positionsKey } from "../format/keys.ts";
import type { Entry } from "../format/leaf.ts";
import type { Manifest } from "../format/manifest.ts";
import { decodePositionsEntry, type PositionsEntry } from "../format/positionsEntry.ts";
import { decodeWordList, type ListedWord } from "../format/wordList.ts";
import { type DocumentSet, documentSet } from "./documentSet.ts";
import type { ShardStore } from "./shardStore.ts";

/** The positions of a word in the documents `from` to `until`, which one part of the index has. */
export type PartPositions = { positions: PositionsEntry; from: number; until: number };

/** The index as one sorted map. What a key has in the part of the latest documents is joined with what it has in the other. */
export type IndexTree = {
  /** The documents of a word, title word, value or language; undefined if there are none. */
  set: (key: string) => Promise<DocumentSet | undefined>;
  /** The sets whose keys have a prefix. If in more than `most` leaves: those from the leaf of `around` on, or with `orNone` none. */
  setsStartingWith: (prefix: string, limits: Limits) => Promise<{ key: string; set: DocumentSet }[]>;
  positions: (word: string) => Promise<PartPositions[]>;
  words: (key: string) => Promise<ListedWord[]>;
};

type Limits = { most: number; around?: string; orNone?: boolean };

/** Appended to a prefix, this sorts after every key with it. */
const LAST = "\uffff";

export function indexTree(store: ShardStore, { root, latest, stories }: Manifest): IndexTree {
  const pages = root.map(([first, name]) => ({ first, name }));
  const isSmall = stories < LARGE;
  const leavesOfLatest = latest.leaves.map(([first, name]) => ({ first, name }));
  const olderLeaves = async (first: string, last: string): Promise<Branch[]> => {
    const read = between(pages, first, last).map(({ name }) => store.pages.get(name));
    return between((await Promise.all(read)).flat(), first, last);
  };
  const entriesIn = async (leaves: readonly Branch[], first: string, next: string): Promise<Entry[]> => {
    const read = await Promise.all(leaves.map(({ name }) => store.leaves.get(name)));
    return read.flatMap((entries) => entries.slice(lowerBound(entries, first), lowerBound(entries, next)));
  };
  const payloadIn = async (leaves: readonly Branch[], key: string): Promise<Uint8Array | undefined> =>
    (await entriesIn(between(leaves, key, key), key, `${key}\0`))[0]?.payload;
  const find = async (key: string, ofLatest = key): Promise<{ payload: Uint8Array; from: number; until: number }[]> => {
    const [older, later] = await Promise.all([
      olderLeaves(key, key).then((leaves) => payloadIn(leaves, key)),
      payloadIn(leavesOfLatest, ofLatest),
    ]);
    return [
      ...(older ? [{ payload: older, from: 0, until: latest.from }] : []),
      ...(later ? [{ payload: later, from: latest.from, until: stories }] : []),
    ];
  };
  return {
    set: async (key) => documentSet(key, await find(key)),
    positions: async (word) => {
      const found = await find(positionsKey(word, isSmall), positionsKey(word, true));
      return found.map(({ payload, from, until }) => ({ positions: decodePositionsEntry(payload), from, until }));
    },
    words: async (key) => joinedWords((await find(key)).map(({ payload }) => decodeWordList(payload))),
    setsStartingWith: async (prefix, { most, around = prefix, orNone = false }) => {
      const all = await olderLeaves(prefix, prefix + LAST);
      if (orNone && Math.max(all.length, between(leavesOfLatest, prefix, prefix + LAST).length) > most) return [];
      const at = Math.max(0, Math.min(branchOf(all, around), all.length - most));
      // A key whose older documents are in a leaf that is not read would have the latest alone.
      const first = at === 0 ? prefix : (all[at]?.first ?? prefix);
      const next = all[at + most]?.first ?? prefix + LAST;
      const [older, later] = await Promise.all([
        entriesIn(all.slice(at, at + most), first, next),
        entriesIn(between(leavesOfLatest, first, next), first, next),
      ]);
      return joinedSets(
        [...older.map((entry) => ({ ...entry, from: 0 })), ...later.map((entry) => ({ ...entry, from: latest.from }))].filter(
          ({ key }) => !hasPositions(key),
        ),
      );
    },
  };
}

const between = (branches: readonly Branch[], first: string, last: string): Branch[] =>
  branches.slice(branchOf(branches, first), branchOf(branches, last) + 1);

/** @param entries those of the latest documents last. Returns the sets in the order of their keys. */
function joinedSets(entries: readonly (Entry & { from: number })[]): { key: string; set: DocumentSet }[] {
  const byKey = new Map<string, { payload: Uint8Array; from: number }[]>();
  for (const { key, payload, from } of entries) byKey.set(key, [...(byKey.get(key) ?? []), { payload, from }]);
  return [...byKey.keys()].toSorted().flatMap((key) => {
    const set = documentSet(key, byKey.get(key) ?? []);
    return set ? [{ key, set }] : [];
  });
}

function joinedWords(lists: readonly ListedWord[][]): ListedWord[] {
  const words = new Map<string, ListedWord>();
  for (const { word, count, label } of lists.flat()) {
    const known = words.get(word);
    words.set(
      word,
      known ? { word, count: known.count + count, label: label > known.label ? label : known.label } : { word, count, label },
    );
  }
  return [...words.values()];
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
