import { useSyncExternalStore } from "react";
import { cachePrefix } from "#content/kept.ts";
import { address } from "../address.ts";

/**
 * Whether this browser was signed in when the server was last asked, so that a
 * page need not ask it to say "Account" in its masthead. Only a hint: what may
 * be seen is for the server to decide.
 */
const key = (): string => `${cachePrefix(address().base)}signed-in`;

const listeners = new Set<() => void>();

export function useSignedIn(): boolean {
  return useSyncExternalStore(subscribe, read, () => false);
}

export function noteSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(key(), "yes");
    else localStorage.removeItem(key());
  } catch {
    // A browser that keeps nothing says "Sign in" in the masthead; the page behind it knows better.
  }
  for (const listener of listeners) listener();
}

function read(): boolean {
  try {
    return localStorage.getItem(key()) !== null;
  } catch {
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}
