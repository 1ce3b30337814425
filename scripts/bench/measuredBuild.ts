import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The cost of one run of the command, in seconds and MB. */
export type Cost = { seconds: number; cpuSeconds: number; megabytes: number };

/** Builds a site with the built command, as a publisher does, in a process of its own. */
export function measuredBuild(content: string, out: string, options: string[] = []): Cost {
  const usage = `${out}.usage.json`;
  const start = performance.now();
  execFileSync(
    process.execPath,
    ["--import", join(import.meta.dirname, "usage.js"), "bin/broadsheet.js", "build", "--content", content, "--out", out, ...options],
    {
      env: { ...process.env, NODE_ENV: "production", BENCH_USAGE: usage },
      stdio: "ignore",
    },
  );
  const seconds = (performance.now() - start) / 1000;
  const used: { userCPUTime: number; systemCPUTime: number; maxRSS: number } = JSON.parse(readFileSync(usage, "utf8"));
  return {
    seconds: round(seconds),
    cpuSeconds: round((used.userCPUTime + used.systemCPUTime) / 1e6),
    megabytes: Math.round(used.maxRSS / 1024),
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
