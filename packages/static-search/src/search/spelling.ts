import { firstLetter, hasSpelling, spellingKey } from "../format/keys.ts";
import type { ListedWord } from "../format/wordList.ts";
import type { IndexTree } from "./indexTree.ts";

/** Words with fewer letters are not corrected: too many others are similar. */
const SHORTEST = 5;

/**
 * The words of the index that are one edit away, likeliest first. The first letter
 * is assumed to be right, or exchanged with the second: people rarely mistype it.
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
  return (await Promise.all(keys.map(tree.words))).flat();
}

function nearest(word: string, words: readonly ListedWord[]): ListedWord[] {
  return words.filter((listed) => oneEdit(word, listed.word)).toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

/** Whether two words differ by one letter added, removed or changed, or two adjacent ones exchanged (Damerau 1964: four typos in five). */
function oneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  const least = Math.min(a.length, b.length);
  while (start < least && a.charAt(start) === b.charAt(start)) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.length > restB.length) return restA.slice(1) === restB;
  if (restB.length > restA.length) return restB.slice(1) === restA;
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA.charAt(0) === restB.charAt(1) && restA.charAt(1) === restB.charAt(0) && restA.slice(2) === restB.slice(2);
}
