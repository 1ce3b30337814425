import type { Check } from "./check.ts";
import type { Outcome, TestResult } from "./outcome.ts";

const HEAD = /^\| *check *\|/mu;

/**
 * Puts outcomes into the table of `docs/reliability.md`. The row of a check that did not run keeps its last figure.
 * @param day when they were measured, such as 2026-11-26
 */
export function inReport(page: string, outcomes: { check: Check; outcome: Outcome }[], day: string): string {
  const start = page.search(HEAD);
  if (start < 0) throw new Error("docs/reliability.md has no table that begins with | check |.");
  const [table = "", ...after] = page.slice(start).split("\n\n");
  const rows = new Map(
    table
      .split("\n")
      .slice(2)
      .filter((row) => row.startsWith("|"))
      .map((row) => [Number(row.split("|")[1]), row]),
  );
  for (const { check, outcome } of outcomes) {
    if (outcome.state === "not run" && rows.has(check.number)) continue;
    const cells = [check.number, check.sentence, outcome.figure.replaceAll("|", "\\|"), outcome.state, day];
    rows.set(check.number, `| ${cells.join(" | ")} |`);
  }
  const sorted = [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row);
  const head = ["| check | promise | last figure | | measured |", "| --- | --- | --- | --- | --- |"];
  const end = after.length === 0 ? "\n" : "";
  return page.slice(0, start) + [[...head, ...sorted].join("\n"), ...after].join("\n\n") + end;
}

const RUN = /^The last run of all tests .*\n\n/mu;

/** Says above the table when all tests ran, and with what result. */
export function withRun(page: string, results: TestResult[], day: string): string {
  const count = (wanted: string) => results.filter(({ status }) => status === wanted).length;
  const counts = `${count("passed").toLocaleString("en")} passed, ${count("failed").toLocaleString("en")} failed`;
  return page.replace(RUN, "").replace(HEAD, `The last run of all tests was on ${day}: ${counts}.\n\n$&`);
}
