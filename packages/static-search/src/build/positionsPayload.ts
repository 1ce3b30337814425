import { encodePositions, encodePositionsEntry, type Places, type PositionsPart } from "../format/positionsEntry.ts";
import type { Shards } from "./shards.ts";

const MOST_INLINE = 4096;

/** About how long a file of positions should be: a phrase loads those files in which its words may meet. */
const PART_BYTES = 10_000;

const SMALLEST_SHIFT = 9;
const LARGEST_SHIFT = 16;

/**
 * The positions of a word as the payload of its entry.
 * @param docs ascending
 * @param places of each document
 */
export function positionsPayload(shards: Shards, docs: readonly number[], places: readonly Places[]): Uint8Array {
  const inline = encodePositions(places);
  if (inline.length <= MOST_INLINE) return encodePositionsEntry({ shift: 0, inline, parts: [] });
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
