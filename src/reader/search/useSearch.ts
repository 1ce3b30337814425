import { keepPreviousData, queryOptions, type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { createSearch, type Search } from "./engine/createSearch.ts";
import { fetchShard } from "./fetchShard.ts";
import type { SearchState } from "./searchAddress.ts";

/** One search for each cache: what it has loaded serves until the page is left. */
const searches = new WeakMap<QueryClient, Search>();

function searchOf(client: QueryClient): Search {
  const search = searches.get(client) ?? createSearch(fetchShard);
  searches.set(client, search);
  return search;
}

/**
 * Hits and filters of a search. Hits of the search before stay until the new
 * ones are there, and answers are kept: Back finds its list at once.
 * @param typing the last word may go on
 */
export function useSearch({ query, filters, sort, page }: SearchState, typing: boolean) {
  const search = searchOf(useQueryClient());
  const options = { filters, sort, page, typing };
  const common = { enabled: query.trim() !== "", retry: false, placeholderData: keepPreviousData };
  const results = useQuery(
    queryOptions({ ...common, queryKey: ["search", "results", query, options], queryFn: () => search.search(query, options) }),
  );
  const facets = useQuery(
    queryOptions({
      ...common,
      enabled: results.isSuccess && !results.isPlaceholderData && common.enabled,
      queryKey: ["search", "facets", query, filters, typing],
      queryFn: () => search.facets(query, options),
    }),
  );
  return { results, facets };
}
