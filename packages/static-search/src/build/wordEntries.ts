import { titleKey, positionsKey, wordKey } from "../format/keys.ts";
import type { Entry } from "../format/leaf.ts";
import { positionsPayload } from "./positionsPayload.ts";
import type { Postings } from "./postings.ts";
import { setPayload } from "./setPayload.ts";
import type { Shards } from "./shards.ts";
import type { Thresholds } from "./thresholds.ts";

/** The entries of one word in the three parts of the index that have words. */
export type WordEntries = { word: Entry; positions?: Entry; title?: Entry };

/**
 * @param limits `positionsUpTo`: a word in more documents has no positions ("the"
 * would have as many as all others together); `fineUpTo`: of one in more, four
 * levels are told apart, since it says little and its levels would be half its list
 */
export function wordEntries(
  shards: Shards,
  term: string,
  postings: Postings,
  { positionsUpTo, fineUpTo }: Pick<Thresholds, "positionsUpTo" | "fineUpTo">,
): WordEntries {
  const { docs, inTitle, places, label } = postings;
  const levels = docs.length > fineUpTo ? postings.levels.map(coarse) : postings.levels;
  const entries: WordEntries = { word: { key: wordKey(term), payload: setPayload(shards, docs, levels, label) } };
  if (docs.length <= positionsUpTo) entries.positions = { key: positionsKey(term), payload: positionsPayload(shards, docs, places) };
  if (inTitle.length > 0) entries.title = { key: titleKey(term), payload: plainSet(shards, inTitle, "") };
  return entries;
}

/** The middle of three levels. Taken twice it is the same. */
export const coarse = (level: number): number => Math.floor(level / 3) * 3 + 1;

/** A set of documents without impacts. */
export function plainSet(shards: Shards, docs: readonly number[], label: string): Uint8Array {
  return setPayload(
    shards,
    docs,
    docs.map(() => 0),
    label,
  );
}
