import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Results } from "#content/search.ts";
import { withDeviceFallback } from "./withDeviceFallback.ts";
import type { SearchState } from "./searchAddress.ts";

const KEPT = { retry: false, placeholderData: keepPreviousData } as const;

/**
 * The hits of a search. Those of the previous search stay until the new ones have
 * arrived, and answers are cached, so that Back shows its list at once. A query that
 * the next one supersedes aborts its requests.
 * @param typing whether the last word may be incomplete
 */
export function useHits({ query, filters, sort, page }: SearchState, typing: boolean) {
  const client = useQueryClient();
  const options = { filters, sort, page, typing };
  const hits = useQuery({
    ...KEPT,
    enabled: query.trim() !== "",
    queryKey: ["search", "results", query, options],
    queryFn: ({ signal }) => withDeviceFallback(client, (provider) => provider.search(query, options, signal), signal),
    staleTime: ({ state: { data } }) => (isFromDevice(data) ? 0 : Infinity),
    refetchInterval: ({ state: { data } }) => (isFromDevice(data) ? soon() : false),
  });
  useRefetchOnline(isFromDevice(hits.data), hits.refetch);
  return hits;
}

/** The filters for the hits. They cost more than the hits, so they are `wanted` only once those are there and the query is debounced. */
export function useFacets({ query, filters }: SearchState, typing: boolean, wanted: boolean) {
  const client = useQueryClient();
  const facets = useQuery({
    ...KEPT,
    enabled: wanted && query.trim() !== "",
    queryKey: ["search", "facets", query, filters, typing],
    queryFn: ({ signal }) => withDeviceFallback(client, (provider) => provider.facets(query, { filters, typing }, signal), signal),
    staleTime: ({ state: { data } }) => (data?.onDevice ? 0 : Infinity),
    refetchInterval: ({ state: { data } }) => (data?.onDevice ? soon() : false),
  });
  useRefetchOnline(facets.data?.onDevice === true, facets.refetch);
  return facets;
}

/** How often the server is asked, in milliseconds: a connection that is reported as back may take a moment to work. */
const soon = () => (navigator.onLine ? 3000 : false);

/** Asks again when the connection is back, if only the device has answered. */
function useRefetchOnline(isFromDevice: boolean, refetch: () => unknown): void {
  useEffect(() => {
    if (!isFromDevice) return;
    const onOnline = () => void refetch();
    addEventListener("online", onOnline);
    return () => removeEventListener("online", onOnline);
  }, [isFromDevice, refetch]);
}

const isFromDevice = (results: Results | undefined): boolean => results?.notices.some(({ code }) => code === "onDevice") ?? false;
