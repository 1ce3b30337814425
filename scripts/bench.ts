import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { storyFile, writeCorpus } from "./bench/corpus.ts";
import { measuredBuild } from "./bench/measuredBuild.ts";

// npm run bench -- 1000 10000: what building an archive of so many stories costs,
// from nothing, with nothing changed, and with one story changed. Each run adds a line to the history.

const HISTORY = "docs/bench/history.jsonl";

/** What a folder holds; pictures and texts alike. */
function contents(folder: string): { files: number; megabytes: number } {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => statSync(join(folder, name)));
  const files = paths.filter((path) => path.isFile());
  return { files: files.length, megabytes: Math.round(files.reduce((sum, { size }) => sum + size, 0) / 1e6) };
}

async function bench(stories: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
  try {
    const content = join(folder, "content");
    const site = join(folder, "site");
    await writeCorpus(content, stories);
    const clean = measuredBuild(content, site);
    const nothing = measuredBuild(content, site);
    const file = storyFile(content, Math.floor(stories / 2));
    writeFileSync(file, readFileSync(file, "utf8").replace(/"\}\]\}\]\}$/u, ' Corrected."}]}]}'));
    const oneStory = measuredBuild(content, site);
    const machine = `${cpus()[0]?.model ?? "unknown"} x ${cpus().length}, Node ${process.versions.node}`;
    const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
    const line = { date: new Date().toISOString().slice(0, 10), commit, machine, stories, clean, nothing, oneStory, site: contents(site) };
    mkdirSync(dirname(HISTORY), { recursive: true });
    appendFileSync(HISTORY, `${JSON.stringify(line)}\n`);
    console.log(line);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const counts = process.argv.slice(2).map(Number);
  for (const stories of counts.length > 0 ? counts : [1000]) await bench(stories);
}

void main();
