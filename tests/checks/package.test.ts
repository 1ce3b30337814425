import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** The oldest Node that the package is for, and those that are maintained. */
const NODES = ["20.19", "22", "24"];

test("the packed package is installed in an empty folder, and each of its commands runs there", ({ task }) => {
  const options = ["--import", "tsx", "scripts/tryPackage.ts", ...NODES.flatMap((version) => ["--node", version])];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8" });
  const held = stdout.match(/^holds: .+$/gmu) ?? [];
  task.meta.figure = `${held.length} commands, on Node ${NODES.join(", ")}`;
  expect(stderr).not.toContain("FAILED");
  expect(status).toBe(0);
  expect(held.length).toBeGreaterThan(0);
});
