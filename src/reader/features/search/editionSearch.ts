import { createSearch } from "static-search";
import { parse } from "#content/parse.ts";
import { SearchDocumentSchema, searchSchema } from "#content/search.ts";
import { fetchShard } from "./fetchShard.ts";
import type { SearchProvider } from "./searchProvider.ts";

/** The search over the edition's own index. */
export function editionSearch(): SearchProvider {
  const read = (json: unknown) => parse(SearchDocumentSchema, json, "story in the search index");
  return createSearch({ fetchShard, schema: searchSchema, read });
}
