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
import { clustersOf, coarse } from "./clusters.ts";
import { Shards } from "./shards.ts";

/** Word vectors, of one or several languages. They are a model's, never an archive's: so they tell nothing of what is in one. */
export type WordModel = { languages: readonly string[]; words: readonly WordEntry[] };

/** A model as bytes, to be kept. */
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

/** What a document means. `doc`: its number in the index, in whose order documents come. */
export type MeantDocument = { doc: number; language: string; vector: Vector };

/** Bytes of a shard of words, on average. */
const WORD_SHARD = 4096;

/** Bytes of an entry beside its word's letters and vector. */
const ENTRY = 3;

/**
 * Writes vectors beside an index, for the search by meaning.
 * @param documents in the order of their numbers
 * @param folder of the index
 * @param before where the index before lies
 * @returns the shard that leads to all others, which the manifest has to name, and all files
 */
export function writeVectors(
  { languages, words }: WordModel,
  documents: readonly MeantDocument[],
  folder: string,
  before = folder,
): { root: string; files: string[] } {
  const shards = new Shards(folder, [], before);
  const vectors = withoutCommon(documents);
  const clusters = clustersOf(vectors).map(({ middle, members }) => ({
    middle: packVector(middle),
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

/** Of fewer documents it is not told what they have in common: all of one would be. */
const FEW = 8;

/**
 * Without what all texts of a language have in common, which says nothing of one
 * (Arora et al., "A Simple but Tough-to-Beat Baseline for Sentence Embeddings").
 * It is that of the oldest documents, as many as the power of two below their
 * number: one more does not move all others.
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
  const many = coarse(vectors.length);
  for (const vector of vectors.slice(0, many)) vector.forEach((value, at) => (sum[at] = (sum[at] ?? 0) + value / many));
  return sum;
}
