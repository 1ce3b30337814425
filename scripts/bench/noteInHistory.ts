import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { cpus } from "node:os";
import { dirname } from "node:path";

const HISTORY = "scripts/bench/history.jsonl";

/**
 * Adds a line to the history of measurements, with the date, the commit and the machine.
 * @returns the line
 */
export function noteInHistory(measured: object): object {
  const date = new Date().toISOString().slice(0, 10);
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const machine = `${cpus()[0]?.model ?? "unknown"} x ${cpus().length}, Node ${process.versions.node}`;
  const line = { date, commit, machine, ...measured };
  mkdirSync(dirname(HISTORY), { recursive: true });
  appendFileSync(HISTORY, `${JSON.stringify(line)}\n`);
  return line;
}
