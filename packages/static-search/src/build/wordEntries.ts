import { positionsKey, titleKey, wordKey } from "../format/keys.ts";
import type { Entry } from "../format/leaf.ts";
import { encodePositions, encodePositionsEntry, type Positions, type PositionsPart } from "../format/positionsEntry.ts";
import { encodePostings } from "../format/encodePostings.ts";
import { encodeSetEntry, RANGE, type SetPart, STRONG_FROM } from "../format/setEntry.ts";
import type { Postings } from "./postings.ts";
import type { Shards } from "./shards.ts";
import type { PartLimits } from "./thresholds.ts";

/** The entries of one word in the three parts of the index that have words. */
export type WordEntries = { word: Entry; positions?: Entry; title?: Entry };

/**
 * @param limits `positionsUpTo`: a word in more documents has no positions ("the"
 * would have as many as all others together); `fineUpTo`: a word in more documents
 * has only four levels, since it says little and its levels would be half its list
 */
export function wordEntries(shards: Shards, term: string, postings: Postings, limits: PartLimits): WordEntries {
  const { positionsUpTo, fineUpTo } = limits;
  const { docs, inTitle, places, label } = postings;
  const levels = docs.length > fineUpTo ? postings.levels.map(coarseLevel) : postings.levels;
  const entries: WordEntries = { word: { key: wordKey(term), payload: setPayload(shards, docs, levels, label, limits) } };
  if (docs.length <= positionsUpTo)
    entries.positions = { key: positionsKey(term, limits.beside), payload: positionsPayload(shards, docs, places, limits) };
  if (inTitle.length > 0) entries.title = { key: titleKey(term), payload: plainSet(shards, inTitle, "", limits) };
  return entries;
}

/** The middle of each three levels. Idempotent. */
export const coarseLevel = (level: number): number => Math.floor(level / 3) * 3 + 1;

/** A set of documents without impacts. */
export function plainSet(shards: Shards, docs: readonly number[], label: string, limits: PartLimits): Uint8Array {
  return setPayload(
    shards,
    docs,
    docs.map(() => 0),
    label,
    limits,
  );
}

/** A longer list, in bytes times the scale of leaves, is moved out of its entry, so that reading the entry's neighbours does not load it. */
const MOST_INLINE = 2048;

/** A range with fewer documents than this stays one file: two requests would cost more than its bytes. */
const FEW = 6000;

/**
 * The documents of a word or value as the payload of its entry. A long list is
 * written to shards of its own, by range of documents and by strength.
 * @param docs ascending
 * @param levels the impact level of each
 */
function setPayload(
  shards: Shards,
  docs: readonly number[],
  levels: readonly number[],
  label: string,
  { leafScale, from, splits }: PartLimits,
): Uint8Array {
  const inline = encodePostings(docs, levels, from);
  const count = docs.length;
  if (!splits || inline.length <= MOST_INLINE * leafScale) return encodeSetEntry({ count, label, inline, parts: [] });
  const parts: SetPart[] = [];
  for (let at = 0; at < docs.length;) {
    const range = Math.floor((docs[at] ?? 0) / RANGE);
    const end = endOfRange(docs, at, range);
    const slice = { docs, levels, at, end };
    if (end - at < FEW) addPart(parts, shards, slice, range, () => true, true);
    else {
      addPart(parts, shards, slice, range, (level) => level >= STRONG_FROM, true);
      addPart(parts, shards, slice, range, (level) => level < STRONG_FROM, false);
    }
    at = end;
  }
  return encodeSetEntry({ count, label, inline: new Uint8Array(), parts });
}

type Slice = { docs: readonly number[]; levels: readonly number[]; at: number; end: number };

function addPart(
  parts: SetPart[],
  shards: Shards,
  { docs, levels, at, end }: Slice,
  range: number,
  has: (level: number) => boolean,
  strong: boolean,
): void {
  const someDocs: number[] = [];
  const someLevels: number[] = [];
  for (let i = at; i < end; i += 1) {
    const level = levels[i] ?? 0;
    if (!has(level)) continue;
    someDocs.push(docs[i] ?? 0);
    someLevels.push(level);
  }
  if (someDocs.length === 0) return;
  const bytes = encodePostings(someDocs, someLevels, range * RANGE);
  parts.push({ range, strong, name: shards.write(bytes, true), bytes: bytes.length, count: someDocs.length });
}

function endOfRange(docs: readonly number[], from: number, range: number): number {
  let end = from;
  while (end < docs.length && Math.floor((docs[end] ?? 0) / RANGE) === range) end += 1;
  return end;
}

const MOST_POSITIONS_INLINE = 4096;

/** The approximate size of a file of positions: a phrase loads the files in which its words may meet. */
const PART_BYTES = 10_000;

const SMALLEST_SHIFT = 9;
const LARGEST_SHIFT = 16;

/**
 * The positions of a word as the payload of its entry.
 * @param docs ascending
 * @param places the positions in each document
 */
function positionsPayload(
  shards: Shards,
  docs: readonly number[],
  places: readonly Positions[],
  { leafScale, splits }: PartLimits,
): Uint8Array {
  const inline = encodePositions(places);
  if (!splits || inline.length <= MOST_POSITIONS_INLINE * leafScale) return encodePositionsEntry({ shift: 0, inline, parts: [] });
  const shift = shiftFor(inline.length, (docs.at(-1) ?? 0) + 1);
  const parts: PositionsPart[] = [];
  for (let at = 0; at < docs.length;) {
    const range = (docs[at] ?? 0) >>> shift;
    let end = at;
    while (end < docs.length && (docs[end] ?? 0) >>> shift === range) end += 1;
    const bytes = encodePositions(places.slice(at, end));
    parts.push({ range, name: shards.write(bytes, true), bytes: bytes.length });
    at = end;
  }
  return encodePositionsEntry({ shift, inline: new Uint8Array(), parts });
}

function shiftFor(bytes: number, span: number): number {
  const docsPerPart = (span * PART_BYTES) / bytes;
  return Math.min(LARGEST_SHIFT, Math.max(SMALLEST_SHIFT, Math.round(Math.log2(docsPerPart))));
}
