import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
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
});
