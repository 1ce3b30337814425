import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { buildIndex, type Document, type IndexSettings } from "../../src/build.ts";
import { createSearch, type FetchShard, type Search } from "../../src/index.ts";
import { type Page, schema } from "./inventedPages.ts";

/** The files of an index by name. */
export type Files = Map<string, ArrayBuffer>;

export type PageSearch = Search<Page, keyof typeof schema.facets>;

export const searchWith = (fetchShard: FetchShard): PageSearch => createSearch({ fetchShard, schema });

/** The search of some documents, over an index that was really built. `asked` are the files that it got, of all `files`. */
export function searchOver(documents: Document[], settings: Partial<IndexSettings> = {}): PageSearch & { asked: string[]; files: Files } {
  const asked: string[] = [];
  const files = filesOf(documents, settings);
  const fetchShard = shardsOf(files);
  const search = searchWith((name) => {
    asked.push(name);
    return fetchShard(name);
  });
  return { ...search, asked, files };
}

/** Gets shards as a browser does: rejects when there is no such file. */
export function shardsOf(files: Files): FetchShard {
  return async (name) => {
    const file = files.get(name);
    if (!file) throw new Error(`There is no file ${name}.`);
    return file.slice(0);
  };
}

/** @param documents in any order */
export function filesOf(documents: Document[], settings: Partial<IndexSettings> = {}): Files {
  const folder = mkdtempSync(join(tmpdir(), "static-search-"));
  try {
    const oldestFirst = documents.toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date));
    buildIndex(oldestFirst, { schema, language: "en", ...settings }, folder);
    return new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name))).buffer]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The ids of the hits of a query, the best first. */
export async function idsFor(search: PageSearch, ...asked: Parameters<PageSearch["search"]>): Promise<string[]> {
  const { hits } = await search.search(...asked);
  return hits.map(({ document }) => document.id);
}

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "static-search-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
