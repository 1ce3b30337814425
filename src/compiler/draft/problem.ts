/**
 * Something wrong with an input. Bad input is data: it is collected, and the
 * exit code tells at the end. `file` is relative to the content folder; `place`
 * is a line ("line 12") or a path in the file ("body.3.level").
 */
export type Problem = {
  severity: "error" | "warning" | "notice";
  file: string;
  place?: string;
  /** Where a link leads that leads to nothing. */
  address?: string;
  /** A full sentence: what is wrong, and what will happen or can be done. */
  message: string;
};

/** Where the steps of the compiler put what they find. */
export type Report = (problem: Problem) => void;
