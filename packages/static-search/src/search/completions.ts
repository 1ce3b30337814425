import { commonKey, firstLetter, wordKey } from "../format/keys.ts";
import type { ListedWord } from "../format/wordList.ts";
import type { IndexTree } from "./indexTree.ts";

/** How many leaves are read for a prefix: from three letters on, they have nearly all its words. */
const MOST_LEAVES = 2;

/** A word with a prefix. `near`: its entry is in a leaf that has been read. */
export type Completion = ListedWord & { near: boolean };

/** The words with a prefix, most frequent first: all frequent ones, and the rarer ones in the leaves that are read. */
export async function completions(tree: IndexTree, beginning: string): Promise<Completion[]> {
  const [common, near] = await Promise.all([tree.words(commonKey(firstLetter(beginning))), nearWords(tree, beginning)]);
  const listed = common.filter(({ word }) => word.startsWith(beginning));
  const words = new Map([...listed.map((word) => ({ ...word, near: false })), ...near].map((word) => [word.word, word]));
  return [...words.values()].toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

/** One or two letters cover too much of the index: only frequent words are used then. */
async function nearWords(tree: IndexTree, beginning: string): Promise<Completion[]> {
  const near = await tree.setsStartingWith(wordKey(beginning), { most: MOST_LEAVES, orNone: beginning.length < 3 });
  return near.map(({ key, set: { count, label } }) => ({ word: key.slice(wordKey("").length), count, label, near: true }));
}
