import { diffArrays } from "diff/lib/diff/array.js";

/** A piece of a text that is in both versions, or in one of them. */
export type Piece<T> = { type: "same" | "added" | "removed"; value: T };

/** A paragraph of the two versions, word by word where it was changed. */
export type ParagraphChange = Piece<string>[];

/**
 * What was changed from one version of a text to the next, by paragraphs: only
 * those that differ, in the order of the text.
 * @param before and after: paragraphs
 */
export function changes(before: string[], after: string[]): ParagraphChange[] {
  return comparison(before, after).filter((pieces) => !isSame(pieces));
}

/** Whether a paragraph is in both versions. */
export const isSame = (pieces: ParagraphChange): boolean => pieces.every(({ type }) => type === "same");

/** All paragraphs of two versions of a text, those that are in both too, in the order of the text. */
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
      // What was taken out just before is what this stands for now.
      const old = removed.shift();
      found.push(old === undefined ? [{ type, value }] : compare(words(old), words(value)));
    }
  }
  flush();
  return found;
}

/** A text that shares less with the one before is not compared: one stands for the other. It is counted, not timed, so that a page is made alike everywhere. */
const MOST_EDITS = 1000;

/** What is in both lists or in one of them, by the least that was added and removed (Myers); what was removed comes first. */
export function compare(before: string[], after: string[]): Piece<string>[] {
  const found = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  if (!found) return [...pieces("removed", before), ...pieces("added", after)];
  return found.flatMap(({ added, removed, value }) => pieces(added ? "added" : removed ? "removed" : "same", value));
}

const pieces = (type: Piece<string>["type"], values: string[]): Piece<string>[] => values.map((value) => ({ type, value }));

/** Words with the space that follows, so that they can be put together again. */
function words(text: string): string[] {
  return text.match(/\S+\s*/gu) ?? [];
}
