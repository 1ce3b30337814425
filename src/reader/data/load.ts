import type { FetchQueryOptions, QueryClient, QueryKey } from "@tanstack/react-query";
import { editionQuery, wordsQuery } from "./queries.ts";

/** How old what the cache holds may be when a reader moves to a page, in milliseconds. */
const FRESH = 5 * 60_000;

/**
 * What a route's loader does: hands the page's file to the cache. A file that is
 * older than five minutes is fetched anew; when that fails, the reader gets what
 * is there rather than an error.
 */
export async function load<T, K extends QueryKey>(client: QueryClient, query: FetchQueryOptions<T, Error, T, K>): Promise<null> {
  try {
    await client.fetchQuery({ ...query, staleTime: FRESH });
  } catch (error) {
    if (client.getQueryData(query.queryKey) === undefined) throw error;
  }
  return null;
}

/** What surrounds every page: the edition, and the words in its language. */
export async function loadEdition(client: QueryClient): Promise<null> {
  await load(client, editionQuery());
  const { language } = await client.ensureQueryData(editionQuery());
  await client.ensureQueryData(wordsQuery(language));
  return null;
}
