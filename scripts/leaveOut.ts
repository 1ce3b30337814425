/** Code as it stands in a library, and what stands for it here. */
export type Change = readonly [found: string, instead: string];

/**
 * A library's code with changes after which the minifier leaves out what is never
 * reached here. They are made wherever the code is found, but not where a function of
 * this name is declared.
 * @param where the file that lists the changes
 * @throws where the library is not written as it was when they were made: what follows from it is then to be thought through anew
 */
export function leaveOut(library: string, code: string, changes: Change[], where: string): string {
  return changes.reduce((before, [found, instead]) => {
    if (!before.includes(found)) throw new Error(`${library} no longer has the code that ${where} leaves out: ${found}`);
    return before.replaceAll(found, (_, at: number) => (before.startsWith("function ", at - 9) ? found : instead));
  }, code);
}
