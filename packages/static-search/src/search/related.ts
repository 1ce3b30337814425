import { decodeCluster, decodeEntries, decodeRoot, shardOf, unpackVector, type VectorRoot } from "../format/vectors.ts";
import {
  findForm,
  type FindWord,
  forms,
  meaningOf,
  meantWords,
  MeaningSum,
  similarity,
  splits,
  unit,
  type Vector,
  type WordVector,
} from "../text/meaning.ts";
import type { OpenIndex } from "./createSearch.ts";

/** A document by its number, and its similarity to the query, from 0 to 1. */
export type Related = { doc: number; similarity: number };

/** The lowest similarity of a document that has to do with the query. Tuned on the tuning half of the judged queries. */
const LEAST = 0.35;

/** How many clusters are searched: those with the nearest centroids. */
const PROBES = 3;

/** How many words of a query are looked up: further words hardly change its meaning. */
const MOST_WORDS = 12;

/**
 * The documents nearest in meaning to a text, nearest first; empty if the index has
 * no vectors, or none of the words is known.
 * @param language the probable language of the text; another is used if it knows more of the words
 * @throws BrokenShardError, and what `shard` throws
 */
export async function related(index: OpenIndex, text: string, language: string, most = 10): Promise<Related[]> {
  if (index.vectors === undefined) return [];
  const root = decodeRoot(await index.shard(index.vectors));
  const meaning = await meaningOfText(index, root, text, language);
  if (!meaning) return [];
  const near = root.clusters
    .map(({ centroid, name }) => ({ name, similarity: similarity(unpackVector(centroid), meaning) }))
    .toSorted((a, b) => b.similarity - a.similarity)
    .slice(0, PROBES);
  const found = await Promise.all(near.map(async ({ name }) => decodeCluster(await index.shard(name))));
  return found
    .flat()
    .map(({ doc, vector }) => ({ doc, similarity: similarity(vector, meaning) }))
    .filter((each) => each.similarity >= LEAST)
    .toSorted((a, b) => b.similarity - a.similarity || b.doc - a.doc)
    .slice(0, most);
}

async function meaningOfText(index: OpenIndex, root: VectorRoot, text: string, language: string): Promise<Vector | undefined> {
  const words = [...new Set(meantWords(text))].slice(0, MOST_WORDS);
  const known = new Map<string, WordVector>();
  const load = async (wanted: readonly string[]): Promise<void> => {
    const names = new Set(wanted.flatMap((word) => root.words[shardOf(word, root.words.length)] ?? []));
    const shards = await Promise.all([...names].map(async (name) => decodeEntries(await index.shard(name))));
    for (const { word, language: at, weight, packed } of shards.flat()) {
      known.set(`${at} ${word}`, { weight: weight / 255, vector: unpackVector(packed) });
    }
  };
  await load(words);
  // A form of four letters may be in another shard, and so may the rest of a compound.
  const languages = root.languages.map((tag, at) => ({ tag, find: ((word) => known.get(`${at} ${word}`)) satisfies FindWord }));
  const others = languages.flatMap(({ tag, find }) =>
    words
      .filter((word) => !findForm(word, tag, find))
      .flatMap((word) => [word, ...splits(word, tag, find).map(({ rest }) => rest)])
      .flatMap((word) => [word, ...forms(word, tag)]),
  );
  await load(others);
  const read = languages.map(({ tag, find }) => ({ tag, found: words.flatMap((word) => meaningOf(word, tag, find) ?? []) }));
  const best = read.toSorted((a, b) => b.found.length - a.found.length || Number(b.tag === language) - Number(a.tag === language))[0];
  if (!best || best.found.length === 0) return undefined;
  const sum = new MeaningSum();
  for (const word of best.found) sum.add(word);
  return unit(sum.vector);
}
