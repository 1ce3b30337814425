import { ByteReader, ByteWriter } from "./bytes.ts";
import { readFollowing, writeFollowing } from "./keys.ts";

/** A word, how many documents have it, to the nearest step of the scale, and its spelling ("" if the same). */
export type ListedWord = { word: string; count: number; label: string };

/** Counts are stored as eighths of their binary logarithm: one byte for any archive, and enough to compare how likely words are. */
const STEPS = 8;

export function encodeWordList(words: readonly ListedWord[]): Uint8Array {
  const out = new ByteWriter();
  let last = "";
  for (const { word, count, label } of words) {
    writeFollowing(out, last, word);
    out.u8(Math.round(Math.log2(count) * STEPS));
    out.text(label);
    last = word;
  }
  return out.finish();
}

/** @throws BrokenShardError */
export function decodeWordList(bytes: Uint8Array): ListedWord[] {
  const reader = new ByteReader(bytes);
  const words: ListedWord[] = [];
  let word = "";
  while (!reader.done) {
    word = readFollowing(reader, word);
    words.push({ word, count: Math.round(2 ** (reader.u8() / STEPS)), label: reader.text() });
  }
  return words;
}
