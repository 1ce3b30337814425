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

/** Below this many documents every word keeps its positions: the index is small anyway. */
const SMALL = 4096;

/**
 * The leaves of a small archive are larger. It would have hundreds of files of 2 kB, most of which any change
 * replaces, since the words of a story are in all of them; a word costs 10 kB more.
 */
const IN_SMALL = 4;

/** @param docs the number of documents in the archive */
export function thresholds(docs: number): Thresholds {
  const size = 2 ** Math.floor(Math.log2(Math.max(1, docs)));
  return {
    positionsUpTo: size < SMALL ? 2 * SMALL : size / 4,
    fineUpTo: size < SMALL ? 2 * SMALL : size / 8,
    spellingFrom: Math.max(1, Math.floor(Math.log2(size) / 3) - 1),
    commonFrom: Math.max(1, Math.floor(size / 512)),
    leafScale: size < SMALL ? IN_SMALL : 1,
  };
}
