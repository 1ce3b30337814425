import { type Branch, branchOf, decodePage } from "../format/branch.ts";
import { decodeLeaf, type Entry } from "../format/leaf.ts";
import type { Manifest } from "../format/manifest.ts";
import { decodePositions, decodePositionsEntry, type Positions } from "../format/positionsEntry.ts";
import { decodePostings } from "../format/encodePostings.ts";
import { decodeSetEntry, RANGE } from "../format/setEntry.ts";
import type { Shards } from "./shards.ts";

/** How many decoded leaves are cached: keys are looked up in order, in a few parts of the index in turn. */
const MOST_LEAVES = 40;

/** The documents of one key in the index, ascending. `files` are the shards that its entry names. */
export type WrittenSet = { docs: number[]; levels: number[]; label: string; files: string[] };

/** An existing index, read entry by entry. */
export class WrittenIndex {
  readonly #shards: Shards;
  readonly pages: string[];
  readonly leaves: Branch[];
  readonly #decoded = new Map<string, Entry[]>();

  constructor(shards: Shards, manifest: Manifest) {
    this.#shards = shards;
    this.pages = manifest.root.map(([, name]) => name);
    this.leaves = this.pages.flatMap((name) => decodePage(shards.read(name)));
  }

  entries(leaf: Branch): Entry[] {
    const known = this.#decoded.get(leaf.name);
    if (known) return known;
    const entries = decodeLeaf(this.#shards.read(leaf.name));
    this.#decoded.set(leaf.name, entries);
    for (const oldest of this.#decoded.keys()) if (this.#decoded.size > MOST_LEAVES) this.#decoded.delete(oldest);
    return entries;
  }

  find(key: string): Uint8Array | undefined {
    const leaf = this.leaves[branchOf(this.leaves, key)];
    return leaf && this.entries(leaf).find((entry) => entry.key === key)?.payload;
  }

  /** An empty set for a key that does not exist. */
  set(key: string): WrittenSet {
    const payload = this.find(key);
    if (!payload) return { docs: [], levels: [], label: "", files: [] };
    const { count, label, inline, parts } = decodeSetEntry(payload);
    const rows: [doc: number, level: number][] = [];
    const add = (doc: number, level: number): void => void rows.push([doc, level]);
    if (parts.length === 0) decodePostings(inline, count, 0, add);
    for (const part of parts) decodePostings(this.#shards.read(part.name), part.count, part.range * RANGE, add);
    rows.sort((a, b) => a[0] - b[0]);
    return { docs: rows.map(([doc]) => doc), levels: rows.map(([, level]) => level), label, files: parts.map(({ name }) => name) };
  }

  /** @param docs the documents of the word, ascending */
  positions(key: string, docs: readonly number[]): { places: Positions[]; files: string[] } | undefined {
    const payload = this.find(key);
    if (!payload) return undefined;
    const { shift, inline, parts } = decodePositionsEntry(payload);
    if (parts.length === 0) return { places: decodePositions(inline, docs.length), files: [] };
    const places = parts.flatMap(({ range, name }) =>
      decodePositions(this.#shards.read(name), docs.filter((doc) => doc >>> shift === range).length),
    );
    return { places, files: parts.map(({ name }) => name) };
  }
}
