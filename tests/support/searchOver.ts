import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSearch } from "#compiler/search/buildSearch.ts";
import type { SearchSettings } from "#compiler/search/searchSettings.ts";
import type { Article } from "#content/article.ts";
import { createSearch, type Search } from "#reader/search/engine/createSearch.ts";
import type { FetchShard } from "#reader/search/engine/openShard.ts";

/** The files of an index by name. */
export type Files = Map<string, ArrayBuffer>;

/** The search of some stories, over shards that were really built. `asked` are the files that it got, `files` those that there are. */
export function searchOver(articles: Article[], settings: Partial<SearchSettings> = {}): Search & { asked: string[]; files: Files } {
  const files = filesOf(articles, settings);
  const asked: string[] = [];
  const fetchShard = shardsOf(files);
  const search = createSearch((name) => {
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

export function filesOf(articles: Article[], settings: Partial<SearchSettings> = {}): Files {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-search-"));
  try {
    buildSearch(
      articles.toSorted((a, b) => Date.parse(a.datePublished) - Date.parse(b.datePublished)),
      { language: "en", timeZone: "UTC", ...settings },
      folder,
    );
    return new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name))).buffer]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The slugs of the hits of a query, the best first. */
export async function slugsFor(search: Search, ...asked: Parameters<Search["search"]>): Promise<string[]> {
  const { hits } = await search.search(...asked);
  return hits.map(({ document }) => document.slug);
}
