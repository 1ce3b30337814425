import type { Article } from "#content/article.ts";
import { MANIFEST } from "#content/search/manifest.ts";
import { buildAll } from "./buildAll.ts";
import type { SearchSettings } from "./searchSettings.ts";
import { Shards } from "./shards.ts";

export type BuiltSearch = { files: string[]; stats: { stories: number; bytes: number } };

export function buildSearch(articles: Iterable<Article>, settings: SearchSettings, outFolder: string): BuiltSearch {
  const shards = new Shards(outFolder);
  const manifest = buildAll(articles, settings, shards, () => undefined);
  shards.writePlain(MANIFEST, JSON.stringify(manifest));
  const bytes = [...shards.uses.values()].reduce((sum, use) => sum + use.bytes, 0);
  return { files: [...shards.uses.keys()], stats: { stories: manifest.stories, bytes } };
}
