import type { Compiled } from "#compiler/compile.ts";
import { kindOf, type Problem } from "#compiler/draft/problem.ts";
import { groupBy } from "#compiler/text/groupBy.ts";
import { inColour } from "./inColour.ts";
import { printable } from "./printable.ts";

type Counts = Compiled["counts"];

const MARKS = { error: inColour("red", "error"), warning: inColour("yellow", "warning"), notice: inColour("dim", "notice") };

/** How many problems of each kind are printed; `check --json` lists all. */
const SHOWN = 3;

/**
 * Prints problems, a line each: the first few of each kind and how many more there
 * are, with errors last, nearest the prompt. Then the skipped stories with their
 * reasons, and the counts.
 * @param isRead whether the stories were read at all; settings with errors prevent it
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
  const because = lost === 0 ? "" : ` (${lost} of them because of a problem above)`;
  console.error(`${counts.read} read = ${counts.published} published + ${counts.skipped.length} skipped${because}`);
}

/** Each kind is printed where its first problem is. */
function printKinds<T>(all: T[], kind: (one: T) => string, written: (one: T) => string): void {
  for (const group of groupBy(all, kind).values()) {
    for (const one of group.slice(0, SHOWN)) console.error(written(one));
    if (group.length > SHOWN) console.error(inColour("dim", `    and ${group.length - SHOWN} more of this kind (check --json lists all)`));
  }
}

const line = (problem: Problem): string => `${MARKS[problem.severity]} ${plainLine(problem)}`;

/** In the form of compilers, so that an editor's terminal links it to the line. */
export function plainLine(problem: Problem): string {
  const { file, place, line: at, column, message } = problem;
  const position = at === undefined ? "" : `:${at}${column === undefined ? "" : `:${column}`}`;
  const isMore = place !== undefined && !/^line \d+(?:, column \d+)?$/u.test(place);
  const more = isMore ? ` (${printable(place)})` : "";
  return `${printable(file)}${position}${more}: ${printable([message, ...adviceIn(problem)].join(" "))}`;
}

/** What can be done about a problem, in sentences. */
export function adviceIn({ nearest, remedy }: Problem): string[] {
  return [...(nearest === undefined ? [] : [`Did you mean "${nearest}"?`]), ...(remedy === undefined ? [] : [remedy])];
}

/** 1 if there is an error, or under `strict` a warning; else 0. */
export function exitCode(problems: Problem[], strict: boolean): number {
  return problems.some(({ severity }) => severity === "error" || (strict && severity === "warning")) ? 1 : 0;
}

/** The exit code of a build: 0 if the site was built, 2 if it was with an error in the input, 1 if not, or under `strict` for any problem. */
export function buildExitCode({ problems, isBuilt }: { problems: Problem[]; isBuilt: boolean }, strict: boolean): number {
  if (!isBuilt || (strict && exitCode(problems, strict) !== 0)) return 1;
  return exitCode(problems, false) === 0 ? 0 : 2;
}
