import { useEffect } from "react";
import { createStore } from "../store/createStore.ts";

/** How many texts are hydrated. */
const shown = createStore(0);

/**
 * Whether the text of the story is hydrated by now. As long as its HTML waits for that,
 * nothing may be put between its paragraphs: React would not know the page again.
 */
export const isTextHydrated = (): boolean => shown.get() > 0;

export const useIsTextHydrated = (): boolean => shown.use() > 0;

/** Called by the text itself. */
export function useNoteTextHydrated(): void {
  useEffect(() => {
    shown.set(shown.get() + 1);
    return () => shown.set(shown.get() - 1);
  }, []);
}
