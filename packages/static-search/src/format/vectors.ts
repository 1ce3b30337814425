import { DIMENSIONS, unit, type Vector } from "../text/meaning.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { BrokenShardError } from "./files.ts";
import { readName, writeName } from "./shard.ts";

/** The size of a vector in bytes: four bits per number. */
export const VECTOR_BYTES = DIMENSIONS / 2;

/** Numbers are scaled so that the largest by magnitude becomes 7 or -7; 0 is written as 8. */
const MOST = 7;
const ZERO = 8;

/** Packs a vector into four bits per number; its length is lost. */
export function packVector(vector: Vector): Uint8Array {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const packed = new Uint8Array(VECTOR_BYTES);
  vector.forEach((value, at) => {
    const level = Math.round((value / largest) * MOST) + ZERO;
    packed[at >> 1] = (packed[at >> 1] ?? 0) | (level << (at % 2 === 0 ? 0 : 4));
  });
  return packed;
}

/** Unpacks a vector, with length 1. */
export function unpackVector(packed: Uint8Array): Vector {
  const vector = new Float32Array(DIMENSIONS);
  for (let at = 0; at < DIMENSIONS; at += 1) vector[at] = (((packed[at >> 1] ?? 0) >> (at % 2 === 0 ? 0 : 4)) & 0xf) - ZERO;
  return unit(vector);
}

/** A word of one of the languages. `weight`: from 0, for a word that says nothing, to 255. */
export type WordEntry = { word: string; language: number; weight: number; packed: Uint8Array };

/** Words with the same first letters are in one shard, so that the forms and prefixes of a word need no other. */
const SAME_LETTERS = 5;

/** The index of a word's shard, by FNV-1a of its first letters. */
export function shardOf(word: string, shards: number): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < Math.min(word.length, SAME_LETTERS); at += 1) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return (value >>> 0) % shards;
}

export function encodeWords(entries: readonly WordEntry[]): Uint8Array {
  const out = new ByteWriter();
  for (const { word, language, weight, packed } of entries) {
    out.text(word);
    out.u8(language);
    out.u8(weight);
    out.bytes(packed);
  }
  return out.finish();
}

/** @throws BrokenShardError */
export function decodeEntries(bytes: Uint8Array): WordEntry[] {
  const reader = new ByteReader(bytes);
  const entries: WordEntry[] = [];
  while (!reader.done) {
    const word = reader.text();
    entries.push({ word, language: reader.u8(), weight: reader.u8(), packed: reader.bytes(VECTOR_BYTES) });
  }
  return entries;
}

/** Documents whose vectors are near each other. */
export type Cluster = { docs: number[]; packed: Uint8Array[] };

export function encodeCluster({ docs, packed }: Cluster): Uint8Array {
  const out = new ByteWriter();
  let last = 0;
  docs.forEach((doc, at) => {
    out.varint(doc - last);
    out.bytes(packed[at] ?? new Uint8Array(VECTOR_BYTES));
    last = doc;
  });
  return out.finish();
}

/** @throws BrokenShardError */
export function decodeCluster(bytes: Uint8Array): { doc: number; vector: Vector }[] {
  const reader = new ByteReader(bytes);
  const found: { doc: number; vector: Vector }[] = [];
  let doc = 0;
  while (!reader.done) {
    doc += reader.varint();
    found.push({ doc, vector: unpackVector(reader.bytes(VECTOR_BYTES)) });
  }
  return found;
}

/** Where all vectors are: the shards of words, and the clusters of documents with their centroids. */
export type VectorRoot = { languages: string[]; words: string[]; clusters: { centroid: Uint8Array; name: string }[] };

export function encodeRoot({ languages, words, clusters }: VectorRoot): Uint8Array {
  const out = new ByteWriter();
  out.u8(DIMENSIONS);
  out.varint(languages.length);
  for (const language of languages) out.text(language);
  out.varint(words.length);
  for (const name of words) writeName(out, name);
  out.varint(clusters.length);
  for (const { centroid, name } of clusters) {
    out.bytes(centroid);
    writeName(out, name);
  }
  return out.finish();
}

/** @throws BrokenShardError */
export function decodeRoot(bytes: Uint8Array): VectorRoot {
  const reader = new ByteReader(bytes);
  if (reader.u8() !== DIMENSIONS) throw new BrokenShardError("its vectors have another number of dimensions");
  const many = <T>(read: () => T): T[] => Array.from({ length: reader.varint() }, read);
  return {
    languages: many(() => reader.text()),
    words: many(() => readName(reader)),
    clusters: many(() => ({ centroid: reader.bytes(VECTOR_BYTES), name: readName(reader) })),
  };
}
