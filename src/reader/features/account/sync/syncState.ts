import { useSyncExternalStore } from "react";
import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { address } from "../../../edition/address.ts";

/** How the sync of this device stands: when it last came to its end, in milliseconds since 1970, and why it did not since. */
const StateSchema = v.object({ at: v.optional(v.number()), trouble: v.optional(v.string()) });

export type SyncState = v.InferOutput<typeof StateSchema>;

const key = (): string => `${cachePrefix(address().base)}sync`;
const listeners = new Set<() => void>();
let text: string | null = null;
let current: SyncState | undefined;

/** Undefined while the sync is off, as it is until the reader switches it on. The same in every tab. */
export function syncState(): SyncState | undefined {
  const now = stored();
  if (now !== text) {
    text = now;
    current = now === null ? undefined : v.parse(v.fallback(StateSchema, {}), parsed(now));
  }
  return current;
}

export function useSyncState(): SyncState | undefined {
  return useSyncExternalStore(subscribeSync, syncState, () => undefined);
}

/** @param state undefined switches the sync off */
export function noteSync(state: SyncState | undefined): void {
  try {
    if (state) localStorage.setItem(key(), JSON.stringify(state));
    else localStorage.removeItem(key());
  } catch {
    // A browser that keeps nothing has no library that could be in step with anything.
  }
  for (const listener of listeners) listener();
}

export function subscribeSync(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

function stored(): string | null {
  try {
    return localStorage.getItem(key());
  } catch {
    return null;
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}
