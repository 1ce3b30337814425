import type { Branch } from "../format/branch.ts";
import { encodeLeaf, type Entry } from "../format/leaf.ts";
import type { Shards } from "./shards.ts";
import type { Thresholds } from "./thresholds.ts";

/** The size of a leaf in bytes before compression. */
export type LeafSize = { least: number; most: number };

/**
 * Splits entries into leaves by content-defined chunking (LBFS, casync). Where a
 * leaf ends depends only on its size and the hash of the next key: so a new entry
 * moves only the boundaries near it, and the other files keep their names.
 */
export class LeafWriter {
  readonly #shards: Shards;
  readonly #size: LeafSize;
  #entries: Entry[] = [];
  #bytes = 0;
  readonly leaves: Branch[] = [];

  constructor(shards: Shards, { least, most }: LeafSize, { leafScale }: Pick<Thresholds, "leafScale">) {
    this.#shards = shards;
    this.#size = { least: least * leafScale, most: most * leafScale };
  }

  /** Keys must come in ascending order. */
  add(entry: Entry): void {
    const bytes = sizeOf(entry);
    if (this.#entries.length > 0 && this.#endsBefore(entry.key, bytes)) this.flush();
    this.#entries.push(entry);
    this.#bytes += bytes;
  }

  /** Whether a leaf of the previous build can follow unchanged, since a leaf would begin at its first entry. */
  beginsAt(first: () => Entry | undefined): boolean {
    if (this.#entries.length === 0) return true;
    const entry = first();
    if (!entry || !this.#endsBefore(entry.key, sizeOf(entry))) return false;
    this.flush();
    return true;
  }

  /** Adds a leaf of the previous build unchanged. */
  keep(leaf: Branch): void {
    this.leaves.push(leaf);
  }

  flush(): void {
    const [first] = this.#entries;
    if (!first) return;
    this.leaves.push({ first: first.key, name: this.#shards.write(encodeLeaf(this.#entries)) });
    this.#entries = [];
    this.#bytes = 0;
  }

  #endsBefore(key: string, bytes: number): boolean {
    if (this.#bytes + bytes > this.#size.most) return true;
    return this.#bytes >= this.#size.least && endsRun(key);
  }
}

/** The approximate bytes of a front-coded key; a constant, so that the cost of an entry does not depend on its neighbours. */
const ENTRY_COST = 6;

const sizeOf = ({ payload }: Entry): number => payload.length + ENTRY_COST;

/** One in this many keys may begin a new leaf. */
const RUN = 24;

/** Whether a leaf or page may end before a key, by the key's FNV-1a hash. @param run one in this many keys */
export function endsRun(key: string, run = RUN): boolean {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % run === 0;
}
