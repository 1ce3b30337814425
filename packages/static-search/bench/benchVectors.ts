/**
 * What the search by meaning costs: `npm run bench:vectors -w static-search -- 100000` invents vectors of that many documents, of
 * subjects of which few have many, and a model of 130,000 words, and asks fifty queries of four words. It prints
 * the bytes of the files that a query asks for, and how many of the ten nearest documents are found in the clusters looked through.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packVector, writeVectors } from "../src/build.ts";
import { openShard } from "../src/search/openShard.ts";
import { related } from "../src/search/related.ts";
import { DIMENSIONS, similarity, unit, type Vector } from "../src/text/meaning.ts";

const count = Number(process.argv[2] ?? 10_000);
const WORDS = 130_000;
const SUBJECTS = 600;
const QUERIES = 50;

let state = 7;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const gauss = (): number => Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
const direction = (): Vector => unit(Float32Array.from({ length: DIMENSIONS }, gauss));
const near = (centroid: Vector, spread: number): Vector =>
  unit(centroid.map((value) => value + (spread * gauss()) / Math.sqrt(DIMENSIONS)));

const subjects = Array.from({ length: SUBJECTS }, direction);
const subject = (): Vector => subjects[Math.floor(SUBJECTS * random() ** 2)] ?? direction();
const letters = (): string =>
  Array.from({ length: 4 + Math.floor(random() * 8) }, () => String.fromCharCode(97 + Math.floor(26 * random() ** 1.7))).join("");
const words = [...new Set(Array.from({ length: WORDS }, letters))].map((word) => ({ word, vector: near(subject(), 0.9) }));
const documents = Array.from({ length: count }, (_, doc) => ({ doc, language: "en", vector: near(subject(), 0.8) }));

const folder = mkdtempSync(join(tmpdir(), "static-search-vectors-"));
try {
  const begun = process.cpuUsage();
  const entries = words.map(({ word, vector }) => ({ word, language: 0, weight: 200, packed: packVector(vector) }));
  const { root, files } = writeVectors({ languages: ["en"], words: entries }, documents, folder);
  const seconds = (process.cpuUsage(begun).user / 1e6).toFixed(1);
  const sizes = files.map((file) => statSync(join(folder, file)).size).toSorted((a, b) => a - b);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  console.log(
    `${count} documents, ${words.length} words: ${files.length} files, ${(all / 1e6).toFixed(1)} MB, the largest ${sizes.at(-1)} bytes; ${seconds} s`,
  );
  const first: number[] = [];
  const further: number[] = [];
  let found = 0;
  let near10 = 0;
  for (let query = 0; query < QUERIES; query += 1) {
    const about = documents[Math.floor(random() * count)]?.vector ?? direction();
    const asked = words
      .toSorted(() => random() - 0.5)
      .slice(0, 2000)
      .toSorted((a, b) => similarity(b.vector, about) - similarity(a.vector, about))
      .slice(0, 4);
    let bytes = 0;
    const rootBytes = statSync(join(folder, root)).size;
    const shard = async (name: string) => {
      const file = readFileSync(join(folder, name));
      bytes += file.length;
      return openShard(new Uint8Array(file).buffer);
    };
    const hits = await related({ vectors: root, shard }, asked.map(({ word }) => word).join(" "), "en");
    first.push(bytes);
    further.push(bytes - rootBytes);
    const meaning = unit(
      asked.reduce((sum, { vector }) => sum.map((value, at) => value + (vector[at] ?? 0)), new Float32Array(DIMENSIONS)),
    );
    const nearest = documents.map(({ doc, vector }) => ({ doc, value: similarity(vector, meaning) })).filter(({ value }) => value > 0.4);
    const best = nearest.toSorted((a, b) => b.value - a.value).slice(0, 10);
    near10 += best.length;
    found += best.filter(({ doc }) => hits.some((hit) => hit.doc === doc)).length;
  }
  console.log(`first query, kB: ${kB(first)}; a further one: ${kB(further)} (median / 95th percentile / most)`);
  console.log(`of the nearest ten by whole numbers, ${((100 * found) / near10).toFixed(0)} % are among the ten found`);
} finally {
  rmSync(folder, { recursive: true });
}

function kB(bytes: number[]): string {
  const sorted = bytes.toSorted((a, b) => a - b);
  return [0.5, 0.95, 1]
    .map((share) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) / 1000))
    .join(" / ");
}
