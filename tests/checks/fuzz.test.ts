import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("what changed inputs reach in twenty seconds for each parser ends in a result, within 3 s", { timeout: 7_200_000 }, ({ task }) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/fuzz.ts", "20s"], { encoding: "utf8" });
  const counts = Array.from(stdout.matchAll(/: (\d+) inputs/gu), ([, count]) => Number(count));
  task.meta.figure = `${counts.reduce((sum, count) => sum + count, 0)} inputs of ${counts.length} parsers`;
  expect([status, stderr], stdout).toEqual([0, ""]);
});
