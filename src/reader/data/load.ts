import type { FetchQueryOptions, QueryClient, QueryKey } from "@tanstack/react-query";
import { editionQuery, wordsQuery } from "./queries.ts";

/** How old cached data may be when the reader moves to a page, in milliseconds. */
const FRESH = 5 * 60_000;

/**
 * What a route's loader does: puts the page's file into the cache. A file that is
 * older than five minutes is fetched again; if that fails, the reader gets the old
 * one rather than an error.
 */
export async function load<T, K extends QueryKey>(client: QueryClient, query: FetchQueryOptions<T, Error, T, K>): Promise<null> {
  try {
    await client.fetchQuery({ ...query, staleTime: FRESH });
  } catch (error) {
    if (client.getQueryData(query.queryKey) === undefined) throw error;
  }
  return null;
}

/** Loads what every page needs: the edition, and the words in its language. */
export async function loadEdition(client: QueryClient): Promise<null> {
  await load(client, editionQuery());
  const { language } = await client.ensureQueryData(editionQuery());
  await client.ensureQueryData(wordsQuery(language));
  return null;
}
