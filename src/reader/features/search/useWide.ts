import { useSyncExternalStore } from "react";

/** As in search.css: from here on the filters stand beside the hits, below they fold. */
const WIDE = "(width >= 62rem)";

/** Whether the filters have a column of their own. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia?.(WIDE);
      query?.addEventListener("change", changed);
      return () => query?.removeEventListener("change", changed);
    },
    () => window.matchMedia?.(WIDE).matches ?? false,
    () => false,
  );
}
