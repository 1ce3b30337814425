import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useProvider } from "../providerOf.ts";
import { newestOf, newSince } from "./newSince.ts";
import {
  addressOf,
  type Followed,
  isSaved,
  removeSearch,
  type SavedSearch,
  saveSearch,
  seenSearch,
  useSavedSearches,
} from "./savedSearches.ts";

/** How many new stories a saved search has. Undefined until that is known. */
export function useNewSince(search: SavedSearch) {
  const provider = useProvider();
  return useQuery({
    retry: false,
    queryKey: ["search", "new", addressOf(search), search.since],
    queryFn: async ({ signal }) => newSince(await provider(), search, signal),
  }).data;
}

/** Whether the shown search is saved, and how to change that. A saved one that is shown counts as seen. */
export function useFollowing(search: Followed): { saved: boolean; toggle: () => void } {
  const provider = useProvider();
  const all = useSavedSearches();
  const saved = isSaved(all, search);
  const { data: newest } = useQuery({
    enabled: saved,
    retry: false,
    queryKey: ["search", "newest", addressOf(search)],
    queryFn: async ({ signal }) => newestOf(await provider(), search, signal),
  });
  useEffect(() => {
    if (newest !== undefined) seenSearch(search, newest);
    // The search is what its address says; the object is a new one each time.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [newest, addressOf(search)]);
  const toggle = () => (saved ? removeSearch(search) : saveSearch(search, ""));
  return { saved, toggle };
}
