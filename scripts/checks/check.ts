/** The tests of a check: a file below `tests/`, and a pattern for their full names if not all of its tests count. */
export type ShownBy = { file: string; named?: RegExp };

export type Check = {
  number: number;
  sentence: string;
  /** Tests in the suite that `npm test` runs. */
  suite?: ShownBy[];
  /** Tests with full counts, in `tests/checks`. They take minutes each, and so run only on demand. */
  full?: ShownBy[];
};

export const e2e = (name: string, named?: RegExp): ShownBy => shown(`e2e/${name}`, named);
export const server = (name: string, named?: RegExp): ShownBy => shown(`server/${name}`, named);
export const full = (name: string, named?: RegExp): ShownBy => shown(`checks/${name}`, named);

export function shown(name: string, named?: RegExp): ShownBy {
  return { file: `tests/${name}.test.ts`, ...(named && { named }) };
}
