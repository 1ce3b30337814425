import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Story, writeCorpus } from "./bench/corpus.ts";
import { storiesOf } from "./bench/hugoSite.ts";
import { compared } from "./peers/comparison.ts";
import { COMPARISONS, type ComparisonLine, FIGURES_PAGE, figuresPage } from "./peers/figuresPage.ts";
import { broadsheet, type Peer, PEERS, preparePeer } from "./peers/peers.ts";
import type { Probe } from "./peers/visits.ts";

// Measures Broadsheet beside other programs, with the same stories: how long a build takes, and how long readers on a phone wait.
// Each round measures all of them, in an order that changes. A figure is the median of the rounds; a ratio is the median of the
// ratios within each round, which the other work of a machine changes less.
//   npm run bench:peers                                   all; adds a line to scripts/peers/history.jsonl, and writes docs/figures.md
//   npm run bench:peers -- --only eleventy --out FILE     Eleventy alone; writes the line into FILE
// Needs Chromium and npm, and the command hugo if that is to be measured.

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: PEERS },
    stories: { type: "string", default: "300" },
    rounds: { type: "string", default: "5" },
    out: { type: "string" },
  },
});
const [stories, rounds] = [Number(values.stories), Number(values.rounds)];
const unknown = values.only.filter((name) => !PEERS.includes(name));
if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(stories) || stories < 100) {
  console.error(`Usage: npm run bench:peers -- [--only ${PEERS.join("|")}]… [--stories 300] [--rounds 5] [--out FILE]`);
  console.error("With fewer than 100 stories no list is long enough to be scrolled.");
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), "broadsheet-peers-"));
try {
  const content = join(work, "content");
  await writeCorpus(content, stories);
  const written = storiesOf(content).map(([, story]) => story);
  const peers = [broadsheet(content, work), ...values.only.flatMap(prepared)];
  const comparison = await compared(peers, rounds, (peer) => probeOf(peer, written), `story-${stories / 2}`);
  const line: ComparisonLine = { ...circumstances(), stories, rounds, ...comparison };
  console.log(JSON.stringify(line, null, 1));
  if (values.out) writeFileSync(values.out, `${JSON.stringify(line)}\n`);
  else {
    appendFileSync(COMPARISONS, `${JSON.stringify(line)}\n`);
    writeFileSync(FIGURES_PAGE, await figuresPage());
  }
  // What failed has said why.
  if (Object.keys(comparison.ratios).length < values.only.length) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function prepared(name: string): Peer[] {
  try {
    return [preparePeer(name, join(work, "content"), work)];
  } catch (cause) {
    console.error(`${name} is left out: ${cause instanceof Error ? cause.message : String(cause)}`);
    return [];
  }
}

/** The newest story, which has a picture; and the seventh of the topic that most stories have. */
function probeOf({ addresses }: Peer, written: Story[]): Probe {
  const sorted = written.toSorted((a, b) => (a.datePublished < b.datePublished ? 1 : -1));
  const counts = new Map<string, number>();
  for (const name of sorted.flatMap(({ topics }) => topics)) counts.set(name ?? "", (counts.get(name ?? "") ?? 0) + 1);
  const [topic = ""] = [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  const listed = sorted.filter(({ topics }) => topics.includes(topic));
  const [newest, first, tapped] = [sorted[0], listed[0], listed[6]];
  if (!newest || !first || !tapped) throw new Error("No topic has seven stories.");
  const probe = ({ slug, body }: Story) => ({ path: addresses.story(slug), begin: body[0]?.children[0]?.text.slice(0, 50) ?? "" });
  const list = { path: addresses.topic(topic), headline: topic, first: first.headline };
  return { story: probe(newest), list: { ...list, tapped: probe(tapped) } };
}

function circumstances(): { date: string; commit: string; machine: string; load: number } {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const machine = `${cpus()[0]?.model ?? "unknown"} x ${cpus().length}, Node ${process.versions.node}`;
  return { date: new Date().toISOString().slice(0, 10), commit, machine, load: Math.round((loadavg()[1] ?? 0) * 10) / 10 };
}
