import type { FetchQueryOptions, QueryClient, QueryKey } from "@tanstack/react-query";
import { serverUnreachable } from "../device/connection.ts";
import { isGone } from "./errors.ts";
import { editionQuery, wordsQuery } from "./queries.ts";

/** How old cached data may be when the reader moves to a page, and to a list of stories, in milliseconds. */
const FRESH = 5 * 60_000;
export const FRESH_LIST = 30_000;

/**
 * What a route's loader does: puts the page's file into the cache. A file that is
 * older than five minutes is fetched again; if that fails, the reader gets the old
 * one rather than an error, unless it is gone.
 * @param fresh how old the file may be; while the server is out of reach, always five minutes
 */
export async function load<T, K extends QueryKey>(
  client: QueryClient,
  query: FetchQueryOptions<T, Error, T, K>,
  fresh = FRESH,
): Promise<null> {
  try {
    await client.fetchQuery({ ...query, staleTime: serverUnreachable.is() ? FRESH : fresh });
  } catch (error) {
    if (isGone(error) || client.getQueryData(query.queryKey) === undefined) throw error;
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
