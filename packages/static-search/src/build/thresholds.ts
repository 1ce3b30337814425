import { LARGE } from "../format/files.ts";

/**
 * Limits that depend on the size of the archive. They change only when it
 * doubles, so that a new document does not move them for all words.
 */
export type Thresholds = {
  positionsUpTo: number;
  fineUpTo: number;
  spellingFrom: number;
  commonFrom: number;
  /** How many times their usual size leaves and the lists in them have. */
  leafScale: number;
};

/**
 * The leaves of a small archive are larger. It would have hundreds of files of 2 kB, most of which any change
 * replaces, since the words of a story are in all of them; a word costs 10 kB more.
 */
const IN_SMALL = 4;

/** How many of the latest documents have a part of the index of their own, which a new one changes alone. */
const LATEST = 32;

/** The number of the first document of that part. The others come to the rest together, so that it depends on no earlier build. */
export const firstOfLatest = (docs: number): number => docs - (docs % LATEST);

/**
 * The limits of one part of an index, and its first document. `splits`: whether long lists get files of their own.
 * `beside`: whether the positions of a word are in the leaf of its documents: a changed word replaces one file then, and
 * words that must be near each other need no others, but the forms of a word are in more leaves.
 */
export type PartLimits = Thresholds & { from: number; splits: boolean; beside: boolean };

/** @param docs the number of documents in the archive */
export const limitsOfOlder = (docs: number): PartLimits => ({ ...thresholds(docs), from: 0, splits: true, beside: docs < LARGE });

/** @param docs the number of documents in the archive */
export const limitsOfLatest = (docs: number): PartLimits => ({
  ...thresholds(docs),
  from: firstOfLatest(docs),
  splits: false,
  beside: true,
  leafScale: 2,
});

/** @param docs the number of documents in the archive */
export function thresholds(docs: number): Thresholds {
  const size = 2 ** Math.floor(Math.log2(Math.max(1, docs)));
  return {
    positionsUpTo: size < LARGE ? 2 * LARGE : size / 4,
    fineUpTo: size < LARGE ? 2 * LARGE : size / 8,
    spellingFrom: Math.max(1, Math.floor(Math.log2(size) / 3) - 1),
    commonFrom: Math.max(1, Math.floor(size / 512)),
    leafScale: size < LARGE ? IN_SMALL : 1,
  };
}
