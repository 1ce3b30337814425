import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation } from "react-router";
import { searchPath } from "#content/paths.ts";
import { useLibrary, useStorageError } from "../../../data/library/useLibrary.ts";
import { storedItem } from "../../../store/storage.ts";

/** Whoever is shown a search that they have saved has seen what is new in it. */
export function useSearchVisit(ready: boolean): void {
  const client = useQueryClient();
  const { pathname, search } = useLocation();
  const { size } = useLibrary("search");
  useEffect(() => {
    if (!ready || size === 0 || pathname !== searchPath) return;
    // Without a connection it is looked at another time.
    void import("./noteSearch.ts").then(({ noteSearch }) => noteSearch(client, search)).catch(() => {});
  }, [client, ready, size, pathname, search]);
}

/** Where saved searches were before they were part of the library. */
const KEY = "broadsheet-saved-searches";

/** Brings in what was saved before. Where the device keeps no library, it stays where it is. */
export function useOldSearches(ready: boolean): void {
  const trouble = useStorageError();
  useEffect(() => {
    if (!ready || trouble !== undefined || storedItem("localStorage", KEY) === null) return;
    void import("./oldSearches.ts").then(({ moveOldSearches }) => moveOldSearches(KEY)).catch(() => {});
  }, [ready, trouble]);
}
