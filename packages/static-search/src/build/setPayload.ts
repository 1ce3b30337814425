import { encodePostings } from "../format/postings.ts";
import { encodeSetEntry, RANGE, type SetPart, STRONG_FROM } from "../format/setEntry.ts";
import type { Shards } from "./shards.ts";

/** A list of more bytes than this leaves its entry: whoever reads the entry's neighbours should not load it. */
const MOST_INLINE = 2048;

/** A range with fewer documents than this stays one file: two requests would cost more than its bytes. */
const FEW = 6000;

/**
 * The documents of a word or value as the payload of its entry. What is long
 * is written to shards of its own, by range of documents and by strength.
 * @param docs ascending
 * @param levels the impact of each
 */
export function setPayload(shards: Shards, docs: readonly number[], levels: readonly number[], label: string): Uint8Array {
  const inline = encodePostings(docs, levels);
  const count = docs.length;
  if (inline.length <= MOST_INLINE) return encodeSetEntry({ count, label, inline, parts: [] });
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
