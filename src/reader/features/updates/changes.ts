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
  const found: ParagraphChange[] = [];
  let removed: string[] = [];
  const flush = () => {
    for (const text of removed) found.push([{ type: "removed", value: text }]);
    removed = [];
  };
  for (const { type, value } of compare(before, after)) {
    if (type === "removed") removed.push(value);
    else if (type === "same") flush();
    else {
      // What was taken out just before is what this stands for now.
      const old = removed.shift();
      found.push(old === undefined ? [{ type, value }] : compare(words(old), words(value)));
    }
  }
  flush();
  return found;
}

/** The longest common subsequence of two lists, and what stands around it; what was taken out comes first. */
export function compare(before: string[], after: string[]): Piece<string>[] {
  const columns = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * columns);
  const at = (i: number, j: number) => lengths[i * columns + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * columns + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece<string>[] = [];
  const push = (type: Piece<string>["type"], value = "") => pieces.push({ type, value });
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      push("same", before[i]);
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) push("removed", before[i++]);
    else push("added", after[j++]);
  }
  return pieces;
}

/** Words with the space that follows, so that they can be put together again. */
function words(text: string): string[] {
  return text.match(/\S+\s*/gu) ?? [];
}
