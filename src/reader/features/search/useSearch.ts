import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Results } from "#content/search.ts";
import { orOnDevice } from "./orOnDevice.ts";
import type { SearchState } from "./searchAddress.ts";

const KEPT = { retry: false, placeholderData: keepPreviousData } as const;

/**
 * The hits of a search. Those of the search before stay until the new ones are
 * there, and answers are kept: Back finds its list at once. What is overtaken
 * by the next query gives up what it still waits for.
 * @param typing the last word may go on
 */
export function useHits({ query, filters, sort, page }: SearchState, typing: boolean) {
  const client = useQueryClient();
  const options = { filters, sort, page, typing };
  const hits = useQuery({
    ...KEPT,
    enabled: query.trim() !== "",
    queryKey: ["search", "results", query, options],
    queryFn: ({ signal }) => orOnDevice(client, (provider) => provider.search(query, options, signal), signal),
    staleTime: ({ state: { data } }) => (isOfDevice(data) ? 0 : Infinity),
    refetchInterval: ({ state: { data } }) => (isOfDevice(data) ? soon() : false),
  });
  useAgain(isOfDevice(hits.data), hits.refetch);
  return hits;
}

/** What the hits can be filtered by. It costs more than the hits, so it is `wanted` only when they are there and the query is debounced. */
export function useFacets({ query, filters }: SearchState, typing: boolean, wanted: boolean) {
  const client = useQueryClient();
  const facets = useQuery({
    ...KEPT,
    enabled: wanted && query.trim() !== "",
    queryKey: ["search", "facets", query, filters, typing],
    queryFn: ({ signal }) => orOnDevice(client, (provider) => provider.facets(query, { filters, typing }, signal), signal),
    staleTime: ({ state: { data } }) => (data?.onDevice ? 0 : Infinity),
    refetchInterval: ({ state: { data } }) => (data?.onDevice ? soon() : false),
  });
  useAgain(facets.data?.onDevice === true, facets.refetch);
  return facets;
}

/** How often the server is asked, in milliseconds: a connection that is said to be back may take a moment until it answers. */
const soon = () => (navigator.onLine ? 3000 : false);

/** What only the device has answered is asked once more when the connection is back. */
function useAgain(isOfDevice: boolean, refetch: () => unknown): void {
  useEffect(() => {
    if (!isOfDevice) return;
    const again = () => void refetch();
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [isOfDevice, refetch]);
}

const isOfDevice = (results: Results | undefined): boolean => results?.notices.some(({ code }) => code === "onDevice") ?? false;
