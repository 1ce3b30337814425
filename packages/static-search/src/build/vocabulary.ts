import { commonKey, firstLetter, hasSpelling, spellingKey } from "../format/keys.ts";
import type { Entry } from "../format/leaf.ts";
import { encodeWordList, type ListedWord } from "../format/wordList.ts";
import type { Thresholds } from "./thresholds.ts";

/** The lists that a word stands in: of words spelled like it, and of frequent words that begin like it. */
export function listsOf(word: string, count: number, limits: Thresholds): string[] {
  const keys: string[] = [];
  if (count >= limits.spellingFrom && hasSpelling(word)) keys.push(spellingKey(firstLetter(word), word.length));
  if (count >= limits.commonFrom && word.length >= 2) keys.push(commonKey(firstLetter(word)));
  return keys;
}

/** Gathers the words of an index into lists, which become entries of their own. */
export class Vocabulary {
  readonly #limits: Thresholds;
  readonly #lists = new Map<string, ListedWord[]>();

  constructor(limits: Thresholds) {
    this.#limits = limits;
  }

  add(listed: ListedWord): void {
    for (const key of listsOf(listed.word, listed.count, this.#limits)) {
      const list = this.#lists.get(key);
      if (list) list.push(listed);
      else this.#lists.set(key, [listed]);
    }
  }

  /** In the order of their keys. */
  entries(): Entry[] {
    return [...this.#lists.keys()].toSorted().map((key) => ({ key, payload: encodeWordList(this.#lists.get(key) ?? []) }));
  }
}
