import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useProvider } from "./providerOf.ts";
import type { SearchState } from "./searchAddress.ts";

const KEPT = { retry: false, placeholderData: keepPreviousData } as const;

/**
 * The hits of a search. Those of the search before stay until the new ones are
 * there, and answers are kept: Back finds its list at once. What is overtaken
 * by the next query gives up what it still waits for.
 * @param typing the last word may go on
 */
export function useHits({ query, filters, sort, page }: SearchState, typing: boolean) {
  const provider = useProvider();
  const options = { filters, sort, page, typing };
  return useQuery({
    ...KEPT,
    enabled: query.trim() !== "",
    queryKey: ["search", "results", query, options],
    queryFn: async ({ signal }) => (await provider()).search(query, options, signal),
  });
}

/** What the hits can be filtered by. It costs more than the hits, so it is `wanted` only when they are there and the query rests. */
export function useFacets({ query, filters }: SearchState, typing: boolean, wanted: boolean) {
  const provider = useProvider();
  return useQuery({
    ...KEPT,
    enabled: wanted && query.trim() !== "",
    queryKey: ["search", "facets", query, filters, typing],
    queryFn: async ({ signal }) => (await provider()).facets(query, { filters, typing }, signal),
  });
}
