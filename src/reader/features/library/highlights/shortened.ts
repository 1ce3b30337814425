/** How much of a passage is enough to know it by, in UTF-16 units. */
const ENOUGH = 60;

/** The beginning of a passage, up to the end of a word, for a name. */
export function shortened(passage: string): string {
  const line = passage.replace(/\s+/gu, " ");
  return line.length <= ENOUGH ? line : `${line.slice(0, ENOUGH).replace(/\s?\S*$/u, "") || line.slice(0, ENOUGH)}…`;
}
