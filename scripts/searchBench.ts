/**
 * What search costs: `npx tsx scripts/searchBench.ts STORIES [FOLDER]` invents
 * an archive, builds its index and asks it fifty queries. Prints time, memory
 * and size of the build; then for queries that each open the search anew, and
 * for the same ones after each other, what moves and how long they take once
 * the files are here. With a folder the index stays there.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSearch } from "../src/compiler/search/buildSearch.ts";
import type { Article } from "../src/content/article.ts";
import { MANIFEST } from "../src/content/search/manifest.ts";
import { createSearch } from "../src/reader/search/engine/createSearch.ts";
import { type BenchQuery, benchQueries } from "./search/benchQueries.ts";
import { folderShards } from "./search/folderShards.ts";
import { inventedArchive, nextEdition } from "./search/inventedArchive.ts";

const stories = Number(process.argv[2] ?? 1000);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), "broadsheet-bench-"));

if (!existsSync(join(folder, MANIFEST))) build();

const sample: Article[] = [];
let i = 0;
for (const article of inventedArchive(stories)) if (i++ % Math.ceil(stories / 200) === 0) sample.push(article);
const queries = benchQueries(sample);

type Cost = BenchQuery & { bytes: number; requests: number; ms: number; total: number };

const first: Cost[] = [];
const withFacets: Cost[] = [];
for (const query of queries) {
  const { fetchShard, moved } = folderShards(folder);
  const search = createSearch(fetchShard);
  const { total } = await search.search(query.query, query.options);
  const hits = { ...moved };
  await search.facets(query.query, query.options);
  const again = performance.now();
  await search.search(` ${query.query}`, query.options);
  const ms = performance.now() - again;
  first.push({ ...query, ...hits, ms, total });
  withFacets.push({ ...query, ...moved, ms, total });
}
const { fetchShard, moved } = folderShards(folder);
const search = createSearch(fetchShard);
const further: Cost[] = [];
for (const query of queries) {
  const before = { ...moved };
  const began = performance.now();
  const { total } = await search.search(query.query, query.options);
  further.push({
    ...query,
    bytes: moved.bytes - before.bytes,
    requests: moved.requests - before.requests,
    ms: performance.now() - began,
    total,
  });
}

print("first query (ms once the files are here)", first);
print("first query with its facets", withFacets);
print("further queries (ms with reading files from disk)", further.slice(1));
for (const kind of new Set(queries.map((query) => query.kind))) {
  const of = first.filter((cost) => cost.kind === kind);
  console.log(
    `  ${kind}: ${of.map(({ bytes, ms, total }) => `${(bytes / 1000).toFixed(0)} kB ${ms.toFixed(0)} ms ${total} hits`).join("; ")}`,
  );
}
if (process.argv[3] === undefined) rmSync(folder, { recursive: true });

function build(): void {
  const state = mkdtempSync(join(tmpdir(), "broadsheet-bench-state-"));
  const settings = { language: "en", timeZone: "UTC" };
  const { files, stats } = timed("built", () => buildSearch(inventedArchive(stories), settings, folder, { state }));
  console.log(`index ${(stats.bytes / 1e6).toFixed(1)} MB in ${files.length} files`);
  const { stats: patched } = timed("one story changed, ten added", () =>
    buildSearch(nextEdition(stories), settings, folder, { state, article: articleBefore }),
  );
  console.log(`  ${patched.changed} looked at, ${patched.whole ? "all built anew" : "brought up to date"}`);
  rmSync(state, { recursive: true });
}

function articleBefore(slug: string): Article | undefined {
  for (const article of inventedArchive(stories)) if (article.slug === slug) return article;
  return undefined;
}

function timed<T>(what: string, work: () => T): T {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${stories} stories, ${what}: ${seconds(performance.now() - start)} (${seconds((user + system) / 1000)} of processor), peak memory ${memory.toFixed(0)} MB`,
  );
  return result;
}

function print(what: string, costs: Cost[]): void {
  const line = (name: string, values: number[], unit: string): string =>
    `${name} median ${quantile(values, 0.5).toFixed(0)}, p95 ${quantile(values, 0.95).toFixed(0)}, most ${Math.max(...values).toFixed(0)}${unit}`;
  console.log(what);
  console.log(
    `  ${line(
      "kB",
      costs.map(({ bytes }) => bytes / 1000),
      "",
    )}; ${line(
      "requests",
      costs.map(({ requests }) => requests),
      "",
    )}; ${line(
      "ms",
      costs.map(({ ms }) => ms),
      "",
    )}`,
  );
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
