/** How much of a passage is enough to recognise it, in UTF-16 code units. */
const ENOUGH = 60;

/** The beginning of a passage, up to the end of a word, to name it by. */
export function shortened(passage: string): string {
  const line = passage.replace(/\s+/gu, " ");
  return line.length <= ENOUGH ? line : `${line.slice(0, ENOUGH).replace(/\s?\S*$/u, "") || line.slice(0, ENOUGH)}…`;
}
