import { titleKey, positionsKey, wordKey } from "../format/keys.ts";
import type { ListedWord } from "../format/wordList.ts";
import { Postings } from "./postings.ts";
import type { Shards } from "./shards.ts";
import type { DocumentWord } from "./documentWords.ts";
import type { Thresholds } from "./thresholds.ts";
import { coarse, wordEntries } from "./wordEntries.ts";
import type { WrittenIndex } from "./writtenIndex.ts";

/** What changes for one word: documents that lose it or have it otherwise, how those wrote it, and documents that have it now, ascending. */
export type WordChange = { removed: Set<number>; written: Set<string>; added: [doc: number, word: DocumentWord][] };

/** How a document of the archive writes a word. */
export type LabelIn = (doc: number, term: string) => string;

/** What became of a word: how the lists of words had it, and have it now. */
export type WordOutcome = { before: ListedWord | undefined; after: ListedWord | undefined };

/** If none of this many documents writes a word as it is listed, building everything again is quicker than asking the others. */
const MOST_ASKED = 500;

/**
 * Takes documents out of a word's entries and puts others in.
 * @param edits takes the new payloads
 * @param labelIn asked only where the document that a word's listed writing came from may be the one that lost it
 * @returns undefined when the word becomes so much rarer that it gets positions or levels again that were not kept, or its writing is not found: then all must be built anew
 */
export function patchWord(
  shards: Shards,
  index: WrittenIndex,
  edits: Map<string, Uint8Array | undefined>,
  term: string,
  change: WordChange,
  limits: Thresholds,
  labelIn: LabelIn,
): WordOutcome | undefined {
  const word = index.set(wordKey(term));
  const title = index.set(titleKey(term));
  const inTitle = new Set(title.docs);
  const had = listed(term, word.docs.length, word.label);
  if (isAsListed(word, inTitle, change, limits)) return { before: had, after: had };
  const positions = index.positions(positionsKey(term), word.docs);
  const postings = new Postings();
  const rows = word.docs
    .map((doc, i): Row => [doc, word.levels[i] ?? 0, inTitle.has(doc), positions?.places[i] ?? []])
    .filter(([doc]) => !change.removed.has(doc));
  const isLost = change.written.has(word.label) && !change.added.some(([, { label }]) => label >= word.label);
  const label = isLost ? labelAmong(rows, term, word.label, labelIn) : word.label;
  if (label === undefined) return undefined;
  postings.name(label);
  for (const [doc, added] of change.added) {
    postings.name(added.label);
    rows.push([doc, added.level, added.inTitle, added.places]);
  }
  if (word.docs.length > limits.positionsUpTo && rows.length <= limits.positionsUpTo) return undefined;
  if (word.docs.length > limits.fineUpTo && rows.length <= limits.fineUpTo) return undefined;
  for (const row of rows.toSorted((a, b) => a[0] - b[0])) postings.add(...row);
  for (const file of [...word.files, ...(positions?.files ?? []), ...title.files]) shards.release(file);
  write(shards, edits, term, postings, limits);
  return { before: had, after: listed(term, rows.length, postings.label) };
}

/** Whether documents only say a common word elsewhere in their texts, of which its entries tell nothing. */
function isAsListed(
  { docs, levels }: { docs: readonly number[]; levels: readonly number[] },
  inTitle: ReadonlySet<number>,
  { removed, written, added }: WordChange,
  { positionsUpTo, fineUpTo }: Thresholds,
): boolean {
  if (docs.length <= Math.max(positionsUpTo, fineUpTo) || added.length !== removed.size || written.size !== 1) return false;
  return added.every(
    ([doc, word]) =>
      removed.has(doc) && levels[docs.indexOf(doc)] === coarse(word.level) && inTitle.has(doc) === word.inTitle && written.has(word.label),
  );
}

type Row = [doc: number, level: number, inTitle: boolean, places: readonly number[]];

/** The last of the ways in which documents write a word; none comes after the one that it had. */
function labelAmong(rows: Row[], term: string, had: string, labelIn: LabelIn): string | undefined {
  let last = "";
  for (const [asked, [doc]] of rows.entries()) {
    if (last === had) break;
    if (asked === MOST_ASKED) return undefined;
    const label = labelIn(doc, term);
    if (label > last) last = label;
  }
  return last;
}

function write(shards: Shards, edits: Map<string, Uint8Array | undefined>, term: string, postings: Postings, limits: Thresholds): void {
  for (const key of [wordKey(term), positionsKey(term), titleKey(term)]) edits.set(key, undefined);
  if (postings.docs.length === 0) return;
  const entries = wordEntries(shards, term, postings, limits);
  for (const entry of [entries.word, entries.positions, entries.title]) if (entry) edits.set(entry.key, entry.payload);
}

function listed(word: string, count: number, label: string): ListedWord | undefined {
  return count === 0 ? undefined : { word, count, label };
}
