import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MEASURES } from "../../scripts/peers/comparison.ts";
import { type ComparisonLine, COMPARISONS } from "../../scripts/peers/figuresPage.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** How much worse than recorded a ratio may be: what two runs differ by. */
const MOST = 1.2;

test("beside Eleventy nothing is slower or larger by a fifth than recorded", { timeout: 7_200_000 }, ({ task }) => {
  const recorded = lastLine(COMPARISONS);
  const out = join(temporaryFolder(), "line.json");
  const options = ["--only", "eleventy", "--stories", String(recorded.stories), "--rounds", "5", "--out", out];
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/peers.ts", ...options], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  const now = lastLine(out);
  const [was, is] = [recorded, now].map(({ sites, ratios }) => ({ version: sites["Eleventy"]?.version, ratios: ratios["Eleventy"] }));
  // After a change of version: npm run bench:peers
  expect(is?.version).toBe(was?.version);
  const worse = MEASURES.map((measure) => ({ measure, times: (is?.ratios?.[measure] ?? NaN) / (was?.ratios?.[measure] ?? NaN) }));
  task.meta.figure = worse.map(({ measure, times }) => `${measure} ${times.toFixed(2)}`).join(", ");
  expect(worse.filter(({ times }) => !(times <= MOST))).toEqual([]);
});

function lastLine(file: string): ComparisonLine {
  return JSON.parse(readFileSync(file, "utf8").trim().split("\n").at(-1) ?? "");
}
