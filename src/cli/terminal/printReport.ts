import type { Compiled } from "#compiler/compile.ts";
import { kindOf, type Problem } from "#compiler/draft/problem.ts";
import { groupBy } from "#compiler/link/groupBy.ts";
import { inColour } from "./inColour.ts";
import { printable } from "./printable.ts";

type Counts = Compiled["counts"];

const MARKS = { error: inColour("red", "error"), warning: inColour("yellow", "warning"), notice: inColour("dim", "notice") };

/** Examples of each kind; `check --json` lists all. */
const SHOWN = 3;

/**
 * Problems a line each, of one kind the first few and how many more there are; errors last so that they stand where the eye is; then the counts with each reason.
 * @param isRead whether the stories were read at all, which they are not under settings that have faults
 */
export function printReport(problems: Problem[], counts: Counts, isRead = true): void {
  const order = { notice: 0, warning: 1, error: 2 };
  const sorted = problems.toSorted((a, b) => order[a.severity] - order[b.severity]);
  printKinds(sorted, ({ severity, message }) => `${severity} ${kindOf(message)}`, line);
  if (!isRead) return console.error("No story was read: correct the settings first.");
  printKinds(
    counts.skipped.filter((one) => !one.lost),
    ({ reason }) => kindOf(reason),
    ({ file, reason }) => `${inColour("magenta", "skipped")} ${printable(file)}: ${printable(reason)}`,
  );
  const lost = counts.skipped.filter((one) => one.lost).length;
  const unmeant = lost === 0 ? "" : ` (${lost} of them for a fault that is named above)`;
  console.error(`${counts.read} read = ${counts.published} published + ${counts.skipped.length} skipped${unmeant}`);
}

/** Each kind in the place of its first. */
function printKinds<T>(all: T[], kind: (one: T) => string, written: (one: T) => string): void {
  for (const group of groupBy(all, kind).values()) {
    for (const one of group.slice(0, SHOWN)) console.error(written(one));
    if (group.length > SHOWN) console.error(inColour("dim", `    and ${group.length - SHOWN} more of this kind (check --json lists all)`));
  }
}

const line = (problem: Problem): string => `${MARKS[problem.severity]} ${plainLine(problem)}`;

/** As compilers print it: an editor's terminal leads from it to the line. */
export function plainLine(problem: Problem): string {
  const { file, place, line: at, column, message } = problem;
  const position = at === undefined ? "" : `:${at}${column === undefined ? "" : `:${column}`}`;
  const isMore = place !== undefined && !/^line \d+(?:, column \d+)?$/u.test(place);
  const more = isMore ? ` (${printable(place)})` : "";
  return `${printable(file)}${position}${more}: ${printable([message, ...adviceIn(problem)].join(" "))}`;
}

/** What can be done about it, in sentences. */
export function adviceIn({ nearest, remedy }: Problem): string[] {
  return [...(nearest === undefined ? [] : [`Did you mean "${nearest}"?`]), ...(remedy === undefined ? [] : [remedy])];
}

/** 1 when there is an error, and under `strict` when there is a warning. */
export function exitCode(problems: Problem[], strict: boolean): number {
  return problems.some(({ severity }) => severity === "error" || (strict && severity === "warning")) ? 1 : 0;
}
