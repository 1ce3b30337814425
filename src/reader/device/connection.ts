import { useSyncExternalStore } from "react";
import { KEPT_HEADER } from "#content/serviceWorker.ts";

/** What is known of the way to the server: undefined while it answers, else since when what is shown may be out of date. */
export type FromDevice = { since: string };

let state: FromDevice | undefined;
const listeners = new Set<() => void>();

/** Told of each answer: one from the device bears the time at which it was put there. */
export function noteAnswer(headers: Headers): void {
  const since = headers.get(KEPT_HEADER);
  if (since === null) return show(undefined);
  // Of several files the oldest counts.
  show(state && state.since < since ? state : { since });
}

/** Whether the server is out of reach, as far as is known. */
export const lost = { is: (): boolean => state !== undefined, watch: subscribe };

export function useFromDevice(): FromDevice | undefined {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => undefined,
  );
}

function show(next: FromDevice | undefined): void {
  if (next?.since === state?.since) return;
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
