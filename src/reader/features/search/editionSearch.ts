import { createSearch } from "static-search";
import { direction } from "#content/direction.ts";
import type { Edition } from "#content/edition/edition.ts";
import { parse } from "#content/parse.ts";
import { type SearchDocument, SearchDocumentSchema, searchSchema } from "#content/search.ts";
import { fetchShard } from "./fetchShard.ts";
import type { SearchProvider } from "./searchProvider.ts";

/**
 * The search over the site's own index.
 * @param edition the edition that is searched from: hits in its language do not name their language, all others do
 */
export function editionSearch(edition?: Pick<Edition, "language" | "editions">): SearchProvider {
  const main = edition?.editions?.[0]?.language;
  const read = (json: unknown): SearchDocument => {
    const document = parse(SearchDocumentSchema, json, "story in the search index");
    if (main === undefined || main === edition?.language) return document;
    const { inLanguage = main, direction: ownDirection = direction(main), ...others } = document;
    return inLanguage === edition?.language ? others : { ...others, inLanguage, direction: ownDirection };
  };
  return createSearch({ fetchShard, schema: searchSchema, read });
}
