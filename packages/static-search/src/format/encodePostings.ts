import { ByteReader, ByteWriter } from "./bytes.ts";
import { RiceReader, RiceWriter, riceParameter } from "./rice.ts";

/** The number of levels in which impacts are stored: the higher the level, the more a document says about the word. */
export const LEVELS = 12;

/** Up to this length a list is written as plain numbers: blocks would be larger. */
const FEW = 3;

/** The weight of a level, between 0 and 1. */
export const weightOfLevel = (level: number): number => (level + 0.5) / LEVELS;

/**
 * Encodes the documents of one word by impact: for each level that occurs, highest
 * first, a block of Rice-coded gaps. Their number is not written.
 * @param docs the numbers of documents, ascending
 * @param levels the level of each
 * @param from the number relative to which documents are encoded
 */
export function encodePostings(docs: ArrayLike<number>, levels: ArrayLike<number>, from = 0): Uint8Array {
  const out = new ByteWriter();
  if (docs.length <= FEW) {
    let last = from;
    for (let i = 0; i < docs.length; i += 1) {
      const doc = docs[i] ?? 0;
      out.varint((doc - last) * LEVELS + (levels[i] ?? 0));
      last = doc;
    }
    return out.finish();
  }
  for (let level = LEVELS - 1; level >= 0; level -= 1) encodeLevel(out, docs, levels, level, from);
  return out.finish();
}

function encodeLevel(out: ByteWriter, docs: ArrayLike<number>, levels: ArrayLike<number>, level: number, from: number): void {
  let count = 0;
  let largest = from;
  for (let i = 0; i < docs.length; i += 1) {
    if (levels[i] !== level) continue;
    count += 1;
    largest = docs[i] ?? 0;
  }
  if (count === 0) return;
  const k = riceParameter((largest - from + 1 - count) / count);
  out.u8(level);
  out.u8(k);
  out.varint(count);
  const rice = new RiceWriter(out);
  let next = from;
  for (let i = 0; i < docs.length; i += 1) {
    if (levels[i] !== level) continue;
    const doc = docs[i] ?? 0;
    rice.write(doc - next, k);
    next = doc + 1;
  }
  rice.end();
}

/**
 * Visits the documents that encodePostings wrote, highest level first, ascending within a level.
 * @param count how many there are
 * @throws BrokenShardError
 */
export function decodePostings(bytes: Uint8Array, count: number, from: number, visit: (doc: number, level: number) => void): void {
  const reader = new ByteReader(bytes);
  if (count <= FEW) {
    let last = from;
    for (let i = 0; i < count; i += 1) {
      const value = reader.varint();
      last += Math.floor(value / LEVELS);
      visit(last, value % LEVELS);
    }
    return;
  }
  for (let seen = 0; seen < count;) {
    const level = reader.u8();
    const k = reader.u8();
    const inLevel = reader.varint();
    const rice = new RiceReader(bytes, reader.at);
    let next = from;
    for (let i = 0; i < inLevel; i += 1) {
      next += rice.read(k);
      visit(next, level);
      next += 1;
    }
    reader.at = rice.at;
    seen += Math.max(1, inLevel);
  }
}
