import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation } from "react-router";
import { searchPath } from "#content/paths.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";

/** Who is shown a search that they have saved has seen what is new in it. */
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
