import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("the packed package is installed in an empty folder, and each of its commands runs there", ({ task }) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/tryPackage.ts"], { encoding: "utf8" });
  const held = stdout.match(/^holds: .+$/gmu) ?? [];
  task.meta.figure = `${held.length} commands`;
  expect(stderr).not.toContain("FAILED");
  expect(status).toBe(0);
  expect(held.length).toBeGreaterThan(0);
});
