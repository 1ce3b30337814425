import { ByteReader, ByteWriter } from "./bytes.ts";
import { RiceReader, RiceWriter, riceParameter } from "./rice.ts";
import { readName, writeName } from "./shard.ts";

/** One file of positions: those in documents from `range` << shift on. */
export type PositionsPart = { range: number; name: string; bytes: number };

/** The payload of a word's positions: inline, or in files of 2^shift documents each. */
export type PositionsEntry = { shift: number; inline: Uint8Array; parts: PositionsPart[] };

/** The positions of a word in one document, ascending. */
export type Positions = readonly number[];

export function encodePositionsEntry({ shift, inline, parts }: PositionsEntry): Uint8Array {
  const out = new ByteWriter();
  out.varint(parts.length);
  if (parts.length > 0) out.u8(shift);
  for (const part of parts) {
    out.varint(part.range);
    writeName(out, part.name);
    out.varint(part.bytes);
  }
  out.bytes(inline);
  return out.finish();
}

/** @throws BrokenShardError */
export function decodePositionsEntry(payload: Uint8Array): PositionsEntry {
  const reader = new ByteReader(payload);
  const parts: PositionsPart[] = [];
  const count = reader.varint();
  const shift = count > 0 ? reader.u8() : 0;
  while (parts.length < count) parts.push({ range: reader.varint(), name: readName(reader), bytes: reader.varint() });
  return { shift, inline: reader.rest(), parts };
}

/** Encodes positions document by document, without the numbers of the documents, which are in the word's list. */
export function encodePositions(docs: Iterable<Positions>): Uint8Array {
  let places = 0;
  let sum = 0;
  for (const doc of docs) {
    places += doc.length;
    sum += (doc.at(-1) ?? 0) + 1 - doc.length;
  }
  const k = riceParameter(places === 0 ? 0 : sum / places);
  const out = new ByteWriter();
  out.u8(k);
  const rice = new RiceWriter(out);
  for (const doc of docs) {
    rice.write(doc.length - 1, 0);
    let next = 0;
    for (const place of doc) {
      rice.write(place - next, k);
      next = place + 1;
    }
  }
  rice.end();
  return out.finish();
}

/**
 * @param docs how many documents there are
 * @returns their positions, in the order in which they were written
 * @throws BrokenShardError
 */
export function decodePositions(bytes: Uint8Array, docs: number): Positions[] {
  const k = new ByteReader(bytes).u8();
  const rice = new RiceReader(bytes, 1);
  return Array.from({ length: docs }, () => {
    const places: number[] = [];
    let next = 0;
    for (let left = rice.read(0) + 1; left > 0; left -= 1) {
      next += rice.read(k);
      places.push(next);
      next += 1;
    }
    return places;
  });
}
