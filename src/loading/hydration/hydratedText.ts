import { useEffect } from "react";
import { createStore } from "#reader/store/createStore.ts";

/** How many texts of stories are hydrated. */
const count = createStore(0);

/**
 * Whether the text of the story has been hydrated. Before that, nothing may be inserted
 * between its paragraphs: React would find a mismatch.
 */
export const isTextHydrated = (): boolean => count.get() > 0;

export const useIsTextHydrated = (): boolean => count.use() > 0;

/** Called by the text itself. */
export function useNoteTextHydrated(): void {
  useEffect(() => {
    count.set(count.get() + 1);
    return () => count.set(count.get() - 1);
  }, []);
}
