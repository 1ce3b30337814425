import { headlineKey, positionsKey, wordKey } from "#content/search/keys.ts";
import type { ListedWord } from "#content/search/wordList.ts";
import { Postings } from "./postings.ts";
import type { Shards } from "./shards.ts";
import type { StoryWord } from "./storyWords.ts";
import type { Thresholds } from "./thresholds.ts";
import { wordEntries } from "./wordEntries.ts";
import type { WrittenIndex } from "./writtenIndex.ts";

/** What changes for one word: stories that lose it or have it otherwise, and stories that have it now, ascending. */
export type WordChange = { removed: Set<number>; added: [doc: number, word: StoryWord][] };

/** What became of a word: how the lists of words had it, and have it now. */
export type WordOutcome = { before: ListedWord | undefined; after: ListedWord | undefined };

/**
 * Takes stories out of a word's entries and puts others in.
 * @param edits takes the new payloads
 * @returns undefined when the word becomes so much rarer that it gets positions or levels again that were not kept: then all must be built anew
 */
export function patchWord(
  shards: Shards,
  index: WrittenIndex,
  edits: Map<string, Uint8Array | undefined>,
  term: string,
  change: WordChange,
  limits: Thresholds,
): WordOutcome | undefined {
  const word = index.set(wordKey(term));
  const positions = index.positions(positionsKey(term), word.docs);
  const headline = index.set(headlineKey(term));
  const postings = new Postings();
  postings.name(word.label);
  const inHeadline = new Set(headline.docs);
  const rows = word.docs
    .map((doc, i): Row => [doc, word.levels[i] ?? 0, inHeadline.has(doc), positions?.places[i] ?? []])
    .filter(([doc]) => !change.removed.has(doc));
  for (const [doc, added] of change.added) {
    postings.name(added.label);
    rows.push([doc, added.level, added.inHeadline, added.places]);
  }
  if (word.docs.length > limits.positionsUpTo && rows.length <= limits.positionsUpTo) return undefined;
  if (word.docs.length > limits.fineUpTo && rows.length <= limits.fineUpTo) return undefined;
  for (const row of rows.toSorted((a, b) => a[0] - b[0])) postings.add(...row);
  for (const file of [...word.files, ...(positions?.files ?? []), ...headline.files]) shards.release(file);
  write(shards, edits, term, postings, limits);
  return { before: listed(term, word.docs.length, word.label), after: listed(term, rows.length, postings.label) };
}

type Row = [doc: number, level: number, inHeadline: boolean, places: readonly number[]];

function write(shards: Shards, edits: Map<string, Uint8Array | undefined>, term: string, postings: Postings, limits: Thresholds): void {
  for (const key of [wordKey(term), positionsKey(term), headlineKey(term)]) edits.set(key, undefined);
  if (postings.docs.length === 0) return;
  const entries = wordEntries(shards, term, postings, limits);
  for (const entry of [entries.word, entries.positions, entries.headline]) if (entry) edits.set(entry.key, entry.payload);
}

function listed(word: string, count: number, label: string): ListedWord | undefined {
  return count === 0 ? undefined : { word, count, label };
}
