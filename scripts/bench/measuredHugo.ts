import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { writeHugoSite } from "./hugoSite.ts";
import type { Cost } from "./measuredBuild.ts";

/** Builds the same archive with Hugo, under GNU time, which measures its use of resources. */
export function measuredHugo(content: string, folder: string, alike: boolean): Cost {
  writeHugoSite(content, folder, alike);
  const { status, stderr, error } = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", "hugo", "--quiet"], { cwd: folder, encoding: "utf8" });
  if (error) throw new Error("/usr/bin/time is not there: GNU time is needed to measure Hugo.", { cause: error });
  if (status !== 0) throw new Error(`Hugo could not build the site: ${stderr}`);
  const [seconds = 0, user = 0, system = 0, kilobytes = 0] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  rmSync(folder, { recursive: true });
  return { seconds, cpuSeconds: Math.round((user + system) * 100) / 100, megabytes: Math.round(kilobytes / 1024) };
}
