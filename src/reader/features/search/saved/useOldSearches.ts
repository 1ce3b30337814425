import { useEffect } from "react";
import { stored } from "../../../device/deviceValue.ts";
import { useTrouble } from "../../../data/library/useLibrary.ts";

/** Where saved searches were before they were part of the library. */
const KEY = "broadsheet-saved-searches";

/** Brings in what was saved before. Where the device keeps no library, it stays where it is. */
export function useOldSearches(ready: boolean): void {
  const trouble = useTrouble();
  useEffect(() => {
    if (!ready || trouble !== undefined || stored(KEY) === null) return;
    void import("./oldSearches.ts").then(({ moveOldSearches }) => moveOldSearches(KEY)).catch(() => {});
  }, [ready, trouble]);
}
