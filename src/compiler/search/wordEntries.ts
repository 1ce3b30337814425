import { headlineKey, positionsKey, wordKey } from "#content/search/keys.ts";
import type { Entry } from "#content/search/leaf.ts";
import { positionsPayload } from "./positionsPayload.ts";
import type { Postings } from "./postings.ts";
import { setPayload } from "./setPayload.ts";
import type { Shards } from "./shards.ts";

/** The entries of one word in the three parts of the index that have words. */
export type WordEntries = { word: Entry; positions?: Entry; headline?: Entry };

/** @param positionsUpTo a word in more stories has no positions: "the" would have as many as all others together */
export function wordEntries(shards: Shards, term: string, postings: Postings, positionsUpTo: number): WordEntries {
  const { docs, levels, inHeadline, places, label } = postings;
  const entries: WordEntries = { word: { key: wordKey(term), payload: setPayload(shards, docs, levels, label) } };
  if (docs.length <= positionsUpTo) entries.positions = { key: positionsKey(term), payload: positionsPayload(shards, docs, places) };
  if (inHeadline.length > 0) entries.headline = { key: headlineKey(term), payload: plainSet(shards, inHeadline, "") };
  return entries;
}

/** A set of stories without impacts. */
export function plainSet(shards: Shards, docs: readonly number[], label: string): Uint8Array {
  return setPayload(
    shards,
    docs,
    docs.map(() => 0),
    label,
  );
}
