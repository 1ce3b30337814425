import { commonKey, firstLetter, wordKey } from "../format/keys.ts";
import { decodeSetEntry } from "../format/setEntry.ts";
import { decodeWordList, type ListedWord } from "../format/wordList.ts";
import type { IndexTree } from "./indexTree.ts";

/** Leaves that are read for a beginning: from three letters on they hold nearly all words with it. */
const MOST_LEAVES = 2;

/** A word that begins as asked. `near`: its entry is in a leaf that was read. */
export type Completion = ListedWord & { near: boolean };

/** The words that begin with something, the most frequent first: all frequent ones, and the rarer ones that stand near. */
export async function completions(tree: IndexTree, beginning: string): Promise<Completion[]> {
  const [common, near] = await Promise.all([tree.find(commonKey(firstLetter(beginning))), nearWords(tree, beginning)]);
  const listed = common ? decodeWordList(common).filter(({ word }) => word.startsWith(beginning)) : [];
  const words = new Map([...listed.map((word) => ({ ...word, near: false })), ...near].map((word) => [word.word, word]));
  return [...words.values()].toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

/** One or two letters stand for too much of the index: there the frequent words must do. */
async function nearWords(tree: IndexTree, beginning: string): Promise<Completion[]> {
  const entries = await tree.startingWith(wordKey(beginning), { most: MOST_LEAVES, orNone: beginning.length < 3 });
  return entries.map(({ key, payload }) => {
    const { count, label } = decodeSetEntry(payload);
    return { word: key.slice(wordKey("").length), count, label, near: true };
  });
}
