import { diffArrays } from "diff/lib/diff/array.js";

/** A piece of a text that is in both versions, or in one of them. */
export type Piece<T> = { type: "same" | "added" | "removed"; value: T };

/** A paragraph of two versions, word by word if it was changed. */
export type ParagraphChange = Piece<string>[];

/**
 * The paragraphs that differ between two versions of a text, in the order of the text.
 * @param before the paragraphs of one version
 * @param after the paragraphs of the other
 */
export function paragraphChanges(before: string[], after: string[]): ParagraphChange[] {
  return comparison(before, after).filter((pieces) => !isSame(pieces));
}

/** Whether a paragraph is the same in both versions. */
export const isSame = (pieces: ParagraphChange): boolean => pieces.every(({ type }) => type === "same");

/** All paragraphs of two versions of a text, whether they differ or not, in the order of the text. */
export function comparison(before: string[], after: string[]): ParagraphChange[] {
  const found: ParagraphChange[] = [];
  let removed: string[] = [];
  const flush = () => {
    for (const text of removed) found.push([{ type: "removed", value: text }]);
    removed = [];
  };
  for (const { type, value } of compare(before, after)) {
    if (type === "removed") removed.push(value);
    else if (type === "same") {
      flush();
      found.push([{ type, value }]);
    } else {
      // It replaces a paragraph that was removed just before.
      const old = removed.shift();
      found.push(old === undefined ? [{ type, value }] : compare(words(old), words(value)));
    }
  }
  flush();
  return found;
}

/** Texts with more edits are not compared: one replaces the other. The limit is a count, not a time, so that every build is the same. */
const MOST_EDITS = 1000;

/** What is in both lists or in one of them, by the shortest edit script (Myers); removals come first. */
export function compare(before: string[], after: string[]): Piece<string>[] {
  const found = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  if (!found) return [...pieces("removed", before), ...pieces("added", after)];
  return found.flatMap(({ added, removed, value }) => pieces(added ? "added" : removed ? "removed" : "same", value));
}

const pieces = (type: Piece<string>["type"], values: string[]): Piece<string>[] => values.map((value) => ({ type, value }));

/** Words with the white space that follows them, so that they can be joined again. */
function words(text: string): string[] {
  return text.match(/\S+\s*/gu) ?? [];
}
