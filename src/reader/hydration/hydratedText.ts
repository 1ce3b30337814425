import { useEffect, useSyncExternalStore } from "react";

let shown = 0;
const listeners = new Set<() => void>();

/**
 * Whether the text of the story is hydrated by now. As long as its HTML waits for that,
 * nothing may be put between its paragraphs: React would not know the page again.
 */
export const isTextHydrated = (): boolean => shown > 0;

export function useIsTextHydrated(): boolean {
  return useSyncExternalStore(subscribe, isTextHydrated, () => false);
}

/** Called by the text itself. */
export function useNoteTextHydrated(): void {
  useEffect(() => {
    tell(1);
    return () => tell(-1);
  }, []);
}

function tell(change: 1 | -1): void {
  shown += change;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
