import { type Branch, encodePage } from "../format/branch.ts";
import type { Entry } from "../format/leaf.ts";
import { facetNames, type Schema } from "../schema.ts";
import { endsRun, type LeafSize, LeafWriter } from "./leafWriter.ts";
import type { Shards } from "./shards.ts";
import type { Thresholds } from "./thresholds.ts";

const WORDS: [prefix: string, size: LeafSize][] = [
  ["common/", { least: 2000, most: 6000 }],
  ["h/", { least: 5000, most: 10_000 }],
  ["lang/", { least: 1500, most: 3000 }],
  ["p/", { least: 4000, most: 8000 }],
  ["spell/", { least: 2000, most: 6000 }],
  ["w/", { least: 4000, most: 8000 }],
];

const LISTED = { least: 1500, most: 3000 };
const OTHERS = { least: 800, most: 1600 };

/**
 * The parts of the index in the order of their keys, with the size of their
 * leaves. Words are looked up with their neighbours (other forms, prefixes), so
 * their leaves are large; a value of a facet is looked up alone.
 */
export function partsOf(schema: Schema<never>): [prefix: string, size: LeafSize][] {
  const facets = facetNames(schema).map((name): [string, LeafSize] => [`${name}/`, name === schema.listed ? LISTED : OTHERS]);
  return [...WORDS, ...facets].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const PAGE = { least: 128, most: 320, run: 64 };

/** Writes the entries of an index into leaves, listed on pages. Keys must be in order within each part, but parts may alternate. */
export class IndexWriter {
  readonly #shards: Shards;
  readonly #writers: [prefix: string, writer: LeafWriter][];

  constructor(shards: Shards, schema: Schema<never>, limits: Pick<Thresholds, "leafScale">) {
    this.#shards = shards;
    this.#writers = partsOf(schema).map(([prefix, size]) => [prefix, new LeafWriter(shards, size, limits)]);
  }

  add(entry: Entry): void {
    this.writer(entry.key).add(entry);
  }

  /** The writer of a key's part. */
  writer(key: string): LeafWriter {
    const found = this.#writers.find(([prefix]) => key.startsWith(prefix));
    if (!found) throw new Error(`No part of the search index takes the key ${key}.`);
    return found[1];
  }

  /** Writes what is left, and the pages of all leaves. @returns the pages, for the manifest */
  finish(): [string, string][] {
    return pagesOf(this.leaves()).map((page) => [page[0]?.first ?? "", this.#shards.write(encodePage(page))]);
  }

  /** Writes what is left. @returns all leaves in order */
  leaves(): Branch[] {
    return this.#writers.flatMap(([, writer]) => {
      writer.flush();
      return writer.leaves;
    });
  }
}

/** Pages end by the same rule as leaves. */
function pagesOf(leaves: readonly Branch[]): Branch[][] {
  const pages: Branch[][] = [];
  let page: Branch[] = [];
  for (const leaf of leaves) {
    if (page.length >= PAGE.most || (page.length >= PAGE.least && endsRun(leaf.first, PAGE.run))) {
      pages.push(page);
      page = [];
    }
    page.push(leaf);
  }
  return page.length > 0 ? [...pages, page] : pages;
}
