import { decodeWordList, encodeWordList, type ListedWord } from "../format/wordList.ts";
import type { WordOutcome } from "./patchWords.ts";
import type { Thresholds } from "./thresholds.ts";
import { listsOf } from "./vocabulary.ts";
import type { WrittenIndex } from "./writtenIndex.ts";

/** Brings the lists of words up to date with what became of some words. */
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
