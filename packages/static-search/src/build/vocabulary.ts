import { commonKey, firstLetter, hasSpelling, spellingKey } from "../format/keys.ts";
import type { Entry } from "../format/leaf.ts";
import { decodeWordList, encodeWordList, type ListedWord } from "../format/wordList.ts";
import type { WordOutcome } from "./patchWords.ts";
import type { Thresholds } from "./thresholds.ts";
import type { WrittenIndex } from "./writtenIndex.ts";

/** The keys of a word's lists: of words with a similar spelling, and of frequent words with the same first letter. */
function listsOf(word: string, count: number, limits: Thresholds): string[] {
  const keys: string[] = [];
  if (count >= limits.spellingFrom && hasSpelling(word)) keys.push(spellingKey(firstLetter(word), word.length));
  if (count >= limits.commonFrom && word.length >= 2) keys.push(commonKey(firstLetter(word)));
  return keys;
}

/** Collects the words of an index in lists, which become entries of their own. */
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

/** Updates the word lists with the outcomes for changed words. */
export function patchLists(
  index: WrittenIndex,
  edits: Map<string, Uint8Array | undefined>,
  outcomes: readonly WordOutcome[],
  limits: Thresholds,
): void {
  const changes = new Map<string, Map<string, ListedWord | undefined>>();
  const change = (key: string, word: string, now: ListedWord | undefined): void => {
    const list = changes.get(key) ?? new Map<string, ListedWord | undefined>();
    list.set(word, now);
    changes.set(key, list);
  };
  for (const { before, after } of outcomes) {
    for (const key of before ? listsOf(before.word, before.count, limits) : []) change(key, before?.word ?? "", undefined);
    for (const key of after ? listsOf(after.word, after.count, limits) : []) change(key, after?.word ?? "", after);
  }
  for (const [key, words] of changes) {
    const payload = index.find(key);
    const kept = (payload ? decodeWordList(payload) : []).filter(({ word }) => !words.has(word));
    const list = [...kept, ...[...words.values()].filter((word) => word !== undefined)].toSorted((a, b) => (a.word < b.word ? -1 : 1));
    edits.set(key, list.length === 0 ? undefined : encodeWordList(list));
  }
}
