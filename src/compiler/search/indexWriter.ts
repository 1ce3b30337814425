import { type Branch, encodePage } from "#content/search/branch.ts";
import type { Entry } from "#content/search/leaf.ts";
import { endsRun, LeafWriter } from "./leafWriter.ts";
import { NAMESPACES } from "./namespaces.ts";
import type { Shards } from "./shards.ts";

const PAGE = { least: 128, most: 320, run: 64 };

/** Writes the entries of an index: into leaves, the leaves onto pages. Each part of the index takes its keys in order, the parts in any. */
export class IndexWriter {
  readonly #shards: Shards;
  readonly #writers: [prefix: string, writer: LeafWriter][];

  constructor(shards: Shards) {
    this.#shards = shards;
    this.#writers = NAMESPACES.map(([prefix, size]) => [prefix, new LeafWriter(shards, size)]);
  }

  add(entry: Entry): void {
    this.writer(entry.key).add(entry);
  }

  /** The writer of the part that a key belongs to. */
  writer(key: string): LeafWriter {
    const found = this.#writers.find(([prefix]) => key.startsWith(prefix));
    if (!found) throw new Error(`No part of the search index takes the key ${key}.`);
    return found[1];
  }

  /** @returns the pages, for the manifest */
  finish(): [string, string][] {
    const leaves = this.#writers.flatMap(([, writer]) => {
      writer.flush();
      return writer.leaves;
    });
    return pagesOf(leaves).map((page) => [page[0]?.first ?? "", this.#shards.write(encodePage(page))]);
  }
}

/** Pages end by the same kind of rule as leaves. */
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
