/**
 * What search costs: `npm run bench -w static-search -- COUNT [FOLDER]` invents
 * an archive, builds its index and asks it fifty queries. Prints time, memory
 * and size of the build; then for queries that each open the search anew, and
 * for the same ones after each other, what moves and how long they take once
 * the files are here. With a folder the index stays there.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIndex, type Document } from "../src/build.ts";
import { MANIFEST } from "../src/format/files.ts";
import { createSearch, type FetchShard } from "../src/index.ts";
import { type BenchQuery, benchQueries } from "./benchQueries.ts";
import { inventedArchive, nextArchive, schema } from "./inventedArchive.ts";

const count = Number(process.argv[2] ?? 1000);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), "static-search-bench-"));

if (!existsSync(join(folder, MANIFEST))) build();

const sample: Document[] = [];
let i = 0;
for (const document of inventedArchive(count)) if (i++ % Math.ceil(count / 200) === 0) sample.push(document);
const queries = benchQueries(sample);

type Cost = BenchQuery & { bytes: number; requests: number; ms: number; total: number };

const first: Cost[] = [];
const withFacets: Cost[] = [];
for (const query of queries) {
  const { fetchShard, moved } = folderShards(folder);
  const search = createSearch({ fetchShard, schema });
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
const search = createSearch({ fetchShard, schema });
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
  const state = mkdtempSync(join(tmpdir(), "static-search-bench-state-"));
  const settings = { schema, language: "en" };
  const { files, stats } = timed("built", () => buildIndex(inventedArchive(count), settings, folder, { state }));
  console.log(`index ${(stats.bytes / 1e6).toFixed(1)} MB in ${files.length} files`);
  const { stats: patched } = timed("one document changed, ten added", () =>
    buildIndex(nextArchive(count), settings, folder, { state, document: documentBefore }),
  );
  console.log(`  ${patched.changed} looked at, ${patched.whole ? "all built anew" : "brought up to date"}`);
  rmSync(state, { recursive: true });
}

function documentBefore(id: string): Document | undefined {
  for (const document of inventedArchive(count)) if (document.id === id) return document;
  return undefined;
}

function timed<T>(what: string, work: () => T): T {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${count} documents, ${what}: ${seconds(performance.now() - start)} (${seconds((user + system) / 1000)} of processor), peak memory ${memory.toFixed(0)} MB`,
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

/** Gets shards from a folder as a browser gets them from a host, and counts what moves. */
function folderShards(folder: string): { fetchShard: FetchShard; moved: { bytes: number; requests: number } } {
  const moved = { bytes: 0, requests: 0 };
  const fetchShard: FetchShard = async (name) => {
    const file = await readFile(join(folder, name));
    moved.bytes += file.length;
    moved.requests += 1;
    return new Uint8Array(file).buffer;
  };
  return { fetchShard, moved };
}
