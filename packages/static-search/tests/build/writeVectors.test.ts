import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { clustersOf } from "../../src/build/clusters.ts";
import { type MeantDocument, readWordModel, writeVectors, writeWordModel } from "../../src/build/writeVectors.ts";
import { decodeRoot, packVector, shardOf, unpackVector } from "../../src/format/vectors.ts";
import { openShard } from "../../src/search/openShard.ts";
import { related } from "../../src/search/related.ts";
import { DIMENSIONS, similarity, unit, type Vector } from "../../src/text/meaning.ts";

/** Numbers that are the same each time. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}

function vectors(many: number, seed = 3): Vector[] {
  const random = randomly(seed);
  const subjects = Array.from({ length: 20 }, () => Float32Array.from({ length: DIMENSIONS }, random));
  return Array.from({ length: many }, (_, at) =>
    unit((subjects[at % 20] ?? new Float32Array(DIMENSIONS)).map((value) => value + random() / 4)),
  );
}

const documents = (many: number): MeantDocument[] => vectors(many).map((vector, doc) => ({ doc, language: "en", vector }));

const WORDS = vectors(500, 9).map((vector, at) => ({ word: `word${at}`, language: 0, weight: 255, packed: packVector(vector) }));
const MODEL = { languages: ["en"], words: WORDS };

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "static-search-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

test("a vector of four bits a number points where it did", () => {
  for (const vector of vectors(50)) expect(similarity(unpackVector(packVector(vector)), vector)).toBeGreaterThan(0.98);
  expect(unpackVector(packVector(new Float32Array(DIMENSIONS)))).toEqual(new Float32Array(DIMENSIONS));
});

test("a model is read as it was written", () => {
  expect(readWordModel(writeWordModel(MODEL))).toEqual(MODEL);
});

test("every vector is in one cluster, and no cluster is too large for its file", () => {
  const all = vectors(3000);
  const clusters = clustersOf(all);
  expect(clusters.flatMap(({ members }) => members).toSorted((a, b) => a - b)).toEqual(all.map((_, at) => at));
  expect(Math.max(...clusters.map(({ members }) => members.length))).toBeLessThanOrEqual(400);
  expect(clustersOf([])).toEqual([]);
});

test("one more document rewrites one cluster and the root alone", () => {
  const [before, after] = [folder(), folder()];
  writeVectors(MODEL, documents(2100), before);
  writeVectors(MODEL, documents(2101), after);
  const old = new Set(readdirSync(before));
  expect(readdirSync(after).filter((name) => !old.has(name))).toHaveLength(2);
});

test("no file of it is larger than a phone should wait for", () => {
  const out = folder();
  const { files } = writeVectors(MODEL, documents(5000), out);
  for (const file of files) expect(readFileSync(join(out, file)).length).toBeLessThan(20_000);
});

test("documents are found by a word that means the same, at the cost of a few files", async () => {
  const out = folder();
  const all = documents(3000);
  const { root } = writeVectors(MODEL, all, out);
  const random = randomly(5);
  const about = all[1234]?.vector ?? new Float32Array(DIMENSIONS);
  const word = { word: "meaning", language: 0, weight: 255, packed: packVector(about.map((value) => value + random() / 40)) };
  const named = writeVectors({ languages: ["en"], words: [...WORDS, word] }, all, out);
  let files = 0;
  const shard = async (name: string) => {
    files += 1;
    return openShard(new Uint8Array(readFileSync(join(out, name))).buffer);
  };
  const found = await related({ vectors: named.root, shard }, "Meaning", "en");
  expect(found).toHaveLength(10);
  // Those of the same subject are every twentieth.
  for (const { doc } of found) expect(doc % 20).toBe(1234 % 20);
  expect(files).toBeLessThanOrEqual(5);
  expect(await related({ vectors: root, shard }, "meaning", "en")).toEqual([]);
});

test("a form of four letters is found, though it lies in another shard", async () => {
  const out = folder();
  const all = documents(40);
  const packed = packVector(all[0]?.vector ?? new Float32Array(DIMENSIONS));
  const { root } = writeVectors({ languages: ["en"], words: [...WORDS, { word: "ship", language: 0, weight: 255, packed }] }, all, out);
  const shard = async (name: string) => openShard(new Uint8Array(readFileSync(join(out, name))).buffer);
  const { words } = decodeRoot(await shard(root));
  expect(shardOf("ships", words.length)).not.toBe(shardOf("ship", words.length));
  expect((await related({ vectors: root, shard }, "ships", "en")).map(({ doc }) => doc)).toContain(0);
});

test("a damaged root is refused", async () => {
  await expect(related({ vectors: "0.bin", shard: () => Promise.resolve(new Uint8Array([3, 1])) }, "word1", "en")).rejects.toThrow(
    "another number of dimensions",
  );
});
