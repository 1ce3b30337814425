import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { storyFile, writeCorpus } from "./bench/corpus.ts";
import { measuredBuild } from "./bench/measuredBuild.ts";
import { measuredHugo } from "./bench/measuredHugo.ts";
import { noteInHistory } from "./bench/noteInHistory.ts";
import { pageBytes } from "./bench/pageBytes.ts";

// npm run bench -- 1000 10000 measures building an archive of that many stories: a clean
// build, one with nothing changed, and one with one story changed; how many files that story
// changed; and the size of pages. --with hugo measures the same archive with Hugo, once as
// plain as possible, and once with strips and JSON like ours; --words 50 makes stories short, so
// that growth by the number of stories can be measured. Each run adds a line to the history.

/** The number and size of the files in a folder. */
function contents(folder: string): { files: number; megabytes: number } {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => statSync(join(folder, name)));
  const files = paths.filter((path) => path.isFile());
  return { files: files.length, megabytes: Math.round(files.reduce((sum, { size }) => sum + size, 0) / 1e6) };
}

/** The number of files below a folder written after an instant, in milliseconds: feeds, and others. */
function writtenAfter(folder: string, instant: number): { feeds: number; others: number } {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => {
    const { mtimeMs, ctimeMs } = statSync(join(folder, name));
    return Math.max(mtimeMs, ctimeMs) > instant && statSync(join(folder, name)).isFile();
  });
  const feeds = names.filter((name) => /(?:^|\/)(?:feed|atom)\.(?:xml|json)$/u.test(name)).length;
  return { feeds, others: names.length - feeds };
}

async function bench(stories: number, words: number, withHugo: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
  try {
    const content = join(folder, "content");
    const site = join(folder, "site");
    await writeCorpus(content, stories, words);
    const hugo = withHugo ? measuredHugo(content, join(folder, "hugo"), false) : undefined;
    const hugoAlike = withHugo ? measuredHugo(content, join(folder, "hugo"), true) : undefined;
    const clean = measuredBuild(content, site);
    const nothing = measuredBuild(content, site);
    const file = storyFile(content, Math.floor(stories / 2));
    writeFileSync(file, readFileSync(file, "utf8").replace(/"\}\]\}\]\}$/u, ' Corrected."}]}]}'));
    const before = Date.now();
    const oneStory = { ...measuredBuild(content, site), files: writtenAfter(site, before) };
    const costs = { hugo, hugoAlike, clean, nothing, oneStory };
    console.log(noteInHistory({ stories, words, ...costs, site: contents(site), pages: pageBytes(site) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { with: { type: "string" }, words: { type: "string", default: "600" } },
  });
  const words = Number(values.words);
  if (!Number.isInteger(words) || words < 1) throw new Error(`"${values.words}" is not a number of words.`);
  if (values.with !== undefined && values.with !== "hugo") throw new Error(`There is no comparison with ${values.with}, only with hugo.`);
  const counts = positionals.map(Number);
  if (!counts.every((count) => Number.isInteger(count) && count > 0))
    throw new Error(`"${positionals.join(" ")}" is not a number of stories.`);
  for (const stories of counts.length > 0 ? counts : [1000]) await bench(stories, words, values.with === "hugo");
}

void main();
