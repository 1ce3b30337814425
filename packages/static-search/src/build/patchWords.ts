import { titleKey, positionsKey, wordKey } from "../format/keys.ts";
import type { ListedWord } from "../format/wordList.ts";
import { Postings } from "./postings.ts";
import type { Shards } from "./shards.ts";
import type { DocumentWord } from "./documentWords.ts";
import type { PartLimits } from "./thresholds.ts";
import { coarseLevel, wordEntries } from "./wordEntries.ts";
import type { WrittenIndex } from "./writtenIndex.ts";

/** The changes to one word: documents that lose or change it, their former spellings, and documents that have it now, ascending. */
export type WordChange = { removed: Set<number>; written: Set<string>; added: [doc: number, word: DocumentWord][] };

/** Returns the spelling of a word in a document of the archive. */
export type LabelIn = (doc: number, term: string) => string;

/** The outcome for a word: its former and its new entry in the word lists. */
export type WordOutcome = { before: ListedWord | undefined; after: ListedWord | undefined };

/** If none of this many documents has the listed spelling, a full build is quicker than reading the others. */
const MOST_ASKED = 500;

/**
 * Removes documents from a word's entries and adds others.
 * @param edits receives the new payloads
 * @param labelIn called only if the word's listed spelling may come from a document that has lost it
 * @returns undefined if a full build is needed: the word becomes so rare that it needs positions or levels that were not
 *   kept, or its spelling is not found
 */
export function patchWord(
  shards: Shards,
  index: WrittenIndex,
  edits: Map<string, Uint8Array | undefined>,
  term: string,
  change: WordChange,
  limits: PartLimits,
  labelIn: LabelIn,
): WordOutcome | undefined {
  const word = index.set(wordKey(term));
  const title = index.set(titleKey(term));
  const inTitle = new Set(title.docs);
  const had = listed(term, word.docs.length, word.label);
  if (isAsListed(word, inTitle, change, limits)) return { before: had, after: had };
  const positions = index.positions(positionsKey(term, limits.beside), word.docs);
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

/** Whether documents only have a common word at other positions, which its entries do not contain. */
function isAsListed(
  { docs, levels }: { docs: readonly number[]; levels: readonly number[] },
  inTitle: ReadonlySet<number>,
  { removed, written, added }: WordChange,
  { positionsUpTo, fineUpTo }: PartLimits,
): boolean {
  if (docs.length <= Math.max(positionsUpTo, fineUpTo) || added.length !== removed.size || written.size !== 1) return false;
  return added.every(
    ([doc, word]) =>
      removed.has(doc) &&
      levels[docs.indexOf(doc)] === coarseLevel(word.level) &&
      inTitle.has(doc) === word.inTitle &&
      written.has(word.label),
  );
}

type Row = [doc: number, level: number, inTitle: boolean, places: readonly number[]];

/** The last in order of the spellings in documents; none comes after the former one. */
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

function write(shards: Shards, edits: Map<string, Uint8Array | undefined>, term: string, postings: Postings, limits: PartLimits): void {
  for (const key of [wordKey(term), positionsKey(term, limits.beside), titleKey(term)]) edits.set(key, undefined);
  if (postings.docs.length === 0) return;
  const entries = wordEntries(shards, term, postings, limits);
  for (const entry of [entries.word, entries.positions, entries.title]) if (entry) edits.set(entry.key, entry.payload);
}

function listed(word: string, count: number, label: string): ListedWord | undefined {
  return count === 0 ? undefined : { word, count, label };
}
