import { useSyncExternalStore } from "react";
import { storedItem, storeItem } from "../store/storage.ts";

export type DeviceValue<T> = {
  read: () => T;
  use: () => T;
  /** Stores another value, as JSON; undefined removes it. */
  keep: (value: unknown) => void;
  /** Calls a listener on every change, in other tabs too. @returns a function that unsubscribes it */
  subscribe: (listener: () => void) => () => void;
};

/**
 * A value that the device stores under a key of localStorage, the same in every
 * tab. If the device cannot store it, it lasts as long as the page.
 * @param keyOf called each time, because an edition's address is not known at first
 * @param parse makes a value from what was found: undefined if there is nothing, null if it is damaged
 */
export function deviceValue<T>(keyOf: () => string, parse: (found: unknown) => T): DeviceValue<T> {
  const listeners = new Set<() => void>();
  const none = parse(undefined);
  let value = none;
  let text: string | null = null;
  let inMemory = false;
  const take = (now: string | null) => {
    if (now === text) return;
    text = now;
    value = parse(found(now));
  };
  const read = () => {
    if (!inMemory) take(storedItem("localStorage", keyOf()));
    return value;
  };
  const keep = (next: unknown) => {
    take(next === undefined ? null : JSON.stringify(next));
    inMemory = !storeItem("localStorage", keyOf(), text);
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    addEventListener("storage", listener);
    return () => {
      listeners.delete(listener);
      removeEventListener("storage", listener);
    };
  };
  return { read, keep, subscribe, use: () => useSyncExternalStore(subscribe, read, () => none) };
}

function found(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return null;
  }
}
