import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHECKS } from "../../scripts/checks/checks.ts";
import { inReport, withRun } from "../../scripts/checks/report.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

describe("npm run checks", () => {
  it.each([
    ["passed", "holds", 0],
    ["failed", "fails", 1],
  ])("says of a promise whose test %s that it %s, and ends with %i", (status, state, code) => {
    const file = join(temporaryFolder(), "results.json");
    const name = join(process.cwd(), "tests", "e2e", "sanitiser.test.ts");
    writeFileSync(file, JSON.stringify({ testResults: [{ name, assertionResults: [{ fullName: "bodies", status }] }] }));
    const { stdout, status: ended } = spawnSync(process.execPath, ["--import", "tsx", "scripts/checks.ts", "3", "--results", file], {
      encoding: "utf8",
    });
    expect(stdout).toContain(
      `3  Bodies pass the browser's own sanitiser unchanged: ${status === "passed" ? 1 : 0} of 1 tests passed: ${state}`,
    );
    expect(ended).toBe(code);
  });

  it("names files of tests that are there", () => {
    const files = CHECKS.flatMap(({ suite = [], full = [] }) => [...suite, ...full].map(({ file }) => file));
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it("records a figure in its row of the table, which stays one table however often", () => {
    const page =
      "# Promises\n\n| check | promise | last figure | | measured |\n| --- | --- | --- | --- | --- |\n| 2 | old | 7 | holds | 2026-01-01 |\n";
    const first = CHECKS.slice(0, 1);
    const outcomes = first.map((check) => ({ check, outcome: { state: "holds", figure: "0 ran" } as const }));
    const once = inReport(page, outcomes, "2026-11-27");
    expect(once.split("\n").slice(2)).toEqual([
      "| check | promise | last figure | | measured |",
      "| --- | --- | --- | --- | --- |",
      `| 1 | ${first[0]?.sentence} | 0 ran | holds | 2026-11-27 |`,
      "| 2 | old | 7 | holds | 2026-01-01 |",
      "",
    ]);
    expect(inReport(once, [], "2026-11-28")).toBe(once);
  });

  it("records above the table when all tests ran last", () => {
    const page = "# Promises\n\n| check | promise |\n";
    const test = (status: string) => ({ file: "tests/a.test.ts", fullName: "a", status });
    const once = withRun(page, [test("passed"), test("failed"), test("passed"), test("skipped")], "2026-11-27");
    expect(once).toBe("# Promises\n\nThe last run of all tests was on 2026-11-27: 2 passed, 1 failed.\n\n| check | promise |\n");
    expect(withRun(once, [test("passed")], "2026-11-28").match(/The last run .*/gu)).toEqual([
      "The last run of all tests was on 2026-11-28: 1 passed, 0 failed.",
    ]);
  });
});
