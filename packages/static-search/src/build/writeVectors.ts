import { ByteReader, ByteWriter } from "../format/bytes.ts";
import {
  decodeEntries,
  decodeRoot,
  encodeCluster,
  encodeRoot,
  encodeWords,
  packVector,
  shardOf,
  type WordEntry,
} from "../format/vectors.ts";
import { DIMENSIONS, unit, type Vector } from "../text/meaning.ts";
import { clustersOf, powerOfTwo } from "./clusters.ts";
import { Shards } from "./shards.ts";

/** Word vectors of one or more languages. They come from a model, never from an archive, and so reveal nothing about its content. */
export type WordModel = { languages: readonly string[]; words: readonly WordEntry[] };

/** A model as bytes, for storage. */
export function writeWordModel({ languages, words }: WordModel): Uint8Array {
  const root = encodeRoot({ languages: [...languages], words: [], clusters: [] });
  const out = new ByteWriter();
  out.varint(root.length);
  out.bytes(root);
  out.bytes(encodeWords(words));
  return out.finish();
}

/** @throws BrokenShardError */
export function readWordModel(bytes: Uint8Array): WordModel {
  const reader = new ByteReader(bytes);
  const { languages } = decodeRoot(reader.bytes(reader.varint()));
  return { languages, words: decodeEntries(reader.rest()) };
}

/** The meaning of a document as a vector. `doc`: its number in the index, by which documents are ordered. */
export type MeantDocument = { doc: number; language: string; vector: Vector };

/** The average size of a shard of words in bytes. */
const WORD_SHARD = 4096;

/** The bytes of an entry besides its word and vector. */
const ENTRY = 3;

/**
 * Writes vectors beside an index, for search by meaning.
 * @param documents in the order of their numbers
 * @param folder the folder of the index
 * @param before the folder of the previous index
 * @returns the shard from which all others are found, which the manifest must name, and all files
 */
export function writeVectors(
  { languages, words }: WordModel,
  documents: readonly MeantDocument[],
  folder: string,
  before = folder,
): { root: string; files: string[] } {
  const shards = new Shards(folder, [], before);
  const vectors = withoutCommon(documents);
  const clusters = clustersOf(vectors).map(({ centroid, members }) => ({
    centroid: packVector(centroid),
    name: shards.write(
      encodeCluster({
        docs: members.map((at) => documents[at]?.doc ?? 0),
        packed: members.map((at) => packVector(vectors[at] ?? new Float32Array(DIMENSIONS))),
      }),
      true,
    ),
  }));
  const names = inShards(words).map((entries) => shards.write(encodeWords(entries)));
  const root = shards.write(encodeRoot({ languages: [...languages], words: names, clusters }), true);
  return { root, files: [...shards.uses.keys()] };
}

function inShards(words: readonly WordEntry[]): WordEntry[][] {
  const bytes = words.reduce((sum, { word, packed }) => sum + word.length + packed.length + ENTRY, 0);
  const shards: WordEntry[][] = Array.from({ length: Math.max(1, Math.ceil(bytes / WORD_SHARD)) }, () => []);
  for (const entry of words) shards[shardOf(entry.word, shards.length)]?.push(entry);
  for (const shard of shards) shard.sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : a.language - b.language));
  return shards;
}

/** With fewer documents of a language, the mean of all documents is subtracted; with fewer in total, nothing is. */
const FEW = 8;

/**
 * Subtracts the mean of a language's vectors, which says nothing about a single text
 * (Arora et al., "A Simple but Tough-to-Beat Baseline for Sentence Embeddings"). It
 * is the mean of the oldest documents, as many as the power of two below their
 * number, so that a new document does not move all others.
 */
function withoutCommon(documents: readonly MeantDocument[]): Vector[] {
  const byLanguage = new Map<string, Vector[]>();
  for (const { language, vector } of documents) {
    const others = byLanguage.get(language);
    if (others) others.push(vector);
    else byLanguage.set(language, [vector]);
  }
  const all = documents.length < FEW ? new Float32Array(DIMENSIONS) : mean(documents.map(({ vector }) => vector));
  const common = new Map([...byLanguage].map(([language, vectors]) => [language, vectors.length < FEW ? all : mean(vectors)]));
  return documents.map(({ language, vector }) => {
    const less = common.get(language) ?? all;
    return unit(vector.map((value, at) => value - (less[at] ?? 0)));
  });
}

function mean(vectors: readonly Vector[]): Vector {
  const sum = new Float32Array(DIMENSIONS);
  const many = powerOfTwo(vectors.length);
  for (const vector of vectors.slice(0, many)) vector.forEach((value, at) => (sum[at] = (sum[at] ?? 0) + value / many));
  return sum;
}
