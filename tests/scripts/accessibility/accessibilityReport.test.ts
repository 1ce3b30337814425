import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { accessibilityReport } from "../../../scripts/accessibility/accessibilityReport.ts";
import { CRITERIA, unfounded } from "../../../scripts/accessibility/criteria.ts";
import { TESTS } from "../../../scripts/accessibility/criterion.ts";
import { OTHER_CLAUSES } from "../../../scripts/accessibility/otherClauses.ts";

/** The success criteria of https://www.w3.org/TR/WCAG22/, by level. 4.1.1 was removed. */
const WCAG_22 = {
  A: `1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4
    2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2`,
  AA: `1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8
    3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3`,
};

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);

it.each(["A", "AA"] as const)("the report has every success criterion of WCAG 2.2 of level %s, once", (level) => {
  const numbers = CRITERIA.filter((criterion) => criterion.level === level).map(({ number }) => number);
  expect(numbers).toEqual(WCAG_22[level].split(/\s+/u));
});

it("every row has a reason or tests, and these tests exist", () => {
  expect(unfounded([...CRITERIA, ...OTHER_CLAUSES], textOf)).toEqual([]);
  expect(Object.values(TESTS).filter((test) => ![...CRITERIA, ...OTHER_CLAUSES].some(({ tests = [] }) => tests.includes(test)))).toEqual(
    [],
  );
});

it("a claim without a test or reason, and a test that was renamed or deleted, are refused", () => {
  const row = { number: "1.1.1", name: "Non-text Content", conformance: "Supports", remark: "" } as const;
  const renamed = { ...TESTS.pages, title: "there is no barrier anywhere" };
  const deleted = { file: "tests/e2e/gone.test.ts", title: "works" };
  expect(unfounded([row, { ...row, tests: [TESTS.pages, renamed, deleted] }], textOf)).toEqual([
    "1.1.1 has neither a test nor a reason.",
    "1.1.1 names a test that does not exist: “there is no barrier anywhere” in tests/e2e/accessibility.test.ts.",
    "1.1.1 names a test that does not exist: “works” in tests/e2e/gone.test.ts.",
  ]);
});

it("docs/accessibility.md says what the table does", async () => {
  expect(textOf("docs/accessibility.md")).toBe(await accessibilityReport());
});
