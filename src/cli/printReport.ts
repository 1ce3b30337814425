import type { Problem } from "#compiler/draft/problem.ts";
import { inColour } from "./inColour.ts";

type Skipped = { file: string; reason: string };

/** What came of an edition's input files: read is always published and skipped together. */
export type Counts = { read: number; published: number; skipped: Skipped[] };

const MARKS = { error: inColour("red", "error"), warning: inColour("yellow", "warning"), notice: inColour("dim", "notice") };

/** Problems a line each, errors last so that they stand where the eye is; then the counts with each reason. */
export function printReport(problems: Problem[], counts: Counts): void {
  const order = { notice: 0, warning: 1, error: 2 };
  for (const problem of problems.toSorted((a, b) => order[a.severity] - order[b.severity])) console.error(line(problem));
  for (const { file, reason } of counts.skipped) console.error(`${inColour("magenta", "skipped")} ${file}: ${reason}`);
  console.error(`${counts.read} read = ${counts.published} published + ${counts.skipped.length} skipped`);
}

function line({ severity, file, place, message }: Problem): string {
  return `${MARKS[severity]} ${file}${place === undefined ? "" : inColour("dim", ` (${place})`)}: ${message}`;
}

/** 1 when there is an error, and under `strict` when there is a warning. */
export function exitCode(problems: Problem[], strict: boolean): number {
  return problems.some(({ severity }) => severity === "error" || (strict && severity === "warning")) ? 1 : 0;
}
