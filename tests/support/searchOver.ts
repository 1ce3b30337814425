import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSearch } from "#compiler/search/buildSearch.ts";
import type { SearchSettings } from "#compiler/search/searchSettings.ts";
import type { Article } from "#content/article.ts";
import { createSearch, type Search } from "#reader/search/engine/createSearch.ts";
import type { FetchShard } from "#reader/search/engine/openShard.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

/** The search of some stories, over shards that were really built. `asked` are the files that it got. */
export function searchOver(articles: Article[], settings: Partial<SearchSettings> = {}): Search & { asked: string[]; folder: string } {
  const folder = temporaryFolder();
  buildSearch(
    articles.toSorted((a, b) => Date.parse(a.datePublished) - Date.parse(b.datePublished)),
    { language: "en", timeZone: "UTC", ...settings },
    folder,
  );
  const asked: string[] = [];
  const fetchShard = shardsIn(folder);
  const search = createSearch((name) => {
    asked.push(name);
    return fetchShard(name);
  });
  return { ...search, asked, folder };
}

/** Gets shards from a folder; rejects when there is no such file, as a browser does. */
export function shardsIn(folder: string): FetchShard {
  return async (name) => new Uint8Array(readFileSync(join(folder, name))).buffer;
}

/** The slugs of the hits of a query, the best first. */
export async function slugsFor(search: Search, ...asked: Parameters<Search["search"]>): Promise<string[]> {
  const { hits } = await search.search(...asked);
  return hits.map(({ document }) => document.slug);
}
