import { firstLetter, hasSpelling, spellingKey } from "#content/search/keys.ts";
import { decodeWordList, type ListedWord } from "#content/search/wordList.ts";
import type { IndexTree } from "./indexTree.ts";
import { oneEdit } from "./oneEdit.ts";

/** Words of fewer letters are not corrected: too many others are near them. */
const SHORTEST = 5;

/**
 * The words of the index that are one edit away, the likeliest first. The first
 * letter is taken to be right, or exchanged with the second: people rarely mistype it.
 */
export async function neighbours(tree: IndexTree, word: string): Promise<ListedWord[]> {
  if (word.length < SHORTEST || !hasSpelling(word)) return [];
  const first = firstLetter(word);
  const lengths = [word.length - 1, word.length, word.length + 1];
  const keys = lengths.map((length) => spellingKey(first, length));
  const near = nearest(word, await lists(tree, keys));
  const second = word.charAt(first.length);
  return near.length > 0 || second === first ? near : nearest(word, await lists(tree, [spellingKey(second, word.length)]));
}

async function lists(tree: IndexTree, keys: string[]): Promise<ListedWord[]> {
  const payloads = await Promise.all(keys.map(tree.find));
  return payloads.flatMap((payload) => (payload ? decodeWordList(payload) : []));
}

function nearest(word: string, words: readonly ListedWord[]): ListedWord[] {
  return words.filter((listed) => oneEdit(word, listed.word)).toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}
