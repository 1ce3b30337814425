import { useSyncExternalStore } from "react";

/** The highlight whose card is open; one at a time. `noting`: its note is to be written. */
export type OpenMark = { id: string; noting: boolean };

let open: OpenMark | undefined;
const listeners = new Set<() => void>();

export function openMark(mark: OpenMark | undefined): void {
  open = mark;
  for (const listener of listeners) listener();
}

export function useOpenMark(): OpenMark | undefined {
  return useSyncExternalStore(
    subscribe,
    () => open,
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
