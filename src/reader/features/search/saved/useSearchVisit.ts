import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation } from "react-router";
import { searchPath } from "#content/paths.ts";
import { useLibrary, useStorageError } from "../../../data/library/useLibrary.ts";
import { storedItem } from "../../../store/storage.ts";

/** A reader who is shown one of their saved searches has seen what is new in it. */
export function useSearchVisit(ready: boolean): void {
  const client = useQueryClient();
  const { pathname, search } = useLocation();
  const { size } = useLibrary("search");
  useEffect(() => {
    if (!ready || size === 0 || pathname !== searchPath) return;
    // Without a connection this happens at the next visit.
    void import("./noteSearch.ts").then(({ noteSearch }) => noteSearch(client, search)).catch(() => {});
  }, [client, ready, size, pathname, search]);
}

/** The localStorage key of saved searches before they were part of the library. */
const KEY = "broadsheet-saved-searches";

/** Moves such old searches into the library, unless the device does not store it. */
export function useOldSearches(ready: boolean): void {
  const trouble = useStorageError();
  useEffect(() => {
    if (!ready || trouble !== undefined || storedItem("localStorage", KEY) === null) return;
    void import("./oldSearches.ts").then(({ moveOldSearches }) => moveOldSearches(KEY)).catch(() => {});
  }, [ready, trouble]);
}
