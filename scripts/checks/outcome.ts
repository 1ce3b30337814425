import type { Check, ShownBy } from "./check.ts";

/** A test in the format of Vitest's JSON reporter; `figure` is what the test has measured, as text. */
export type TestResult = { file: string; fullName: string; status: string; meta?: { figure?: string } };

export type Outcome = { state: "holds" | "fails" | "not run"; figure: string };

/** The outcome of a check's tests. A check does not hold if none of its tests ran, or one of its files is gone. */
export function outcomeOf(check: Check, results: TestResult[], withFull: boolean): Outcome {
  const shownBy = [...(check.suite ?? []), ...(withFull ? (check.full ?? []) : [])];
  if (shownBy.length === 0) return { state: "not run", figure: "on demand, with --full" };
  const parts = shownBy.map((each) =>
    results.filter((result) => isOf(each, result)).filter(({ status }) => status === "passed" || status === "failed"),
  );
  const ran = parts.flat();
  const passed = ran.filter(({ status }) => status === "passed");
  const figures = [...new Set(ran.flatMap(({ meta }) => meta?.figure ?? []))];
  const figure = [...figures, `${passed.length} of ${ran.length} tests passed`].join("; ");
  if (ran.length === 0) return { state: "not run", figure: "none of its tests ran" };
  return { state: passed.length === ran.length && parts.every((part) => part.length > 0) ? "holds" : "fails", figure };
}

function isOf({ file, named }: ShownBy, result: TestResult): boolean {
  return result.file === file && (named === undefined || named.test(result.fullName));
}

/** The test files to run for these checks. */
export function testsOf(checks: Check[], kind: "suite" | "full"): string[] {
  return [...new Set(checks.flatMap((check) => (check[kind] ?? []).map(({ file }) => file)))];
}
