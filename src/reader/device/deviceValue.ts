import { useSyncExternalStore } from "react";
import { storedItem, storeItem } from "../store/storage.ts";

export type DeviceValue<T> = {
  read: () => T;
  use: () => T;
  /** Keeps another value, as JSON; undefined keeps none. */
  keep: (value: unknown) => void;
  /** Told of every change, in other tabs too. @returns how to unsubscribe */
  subscribe: (listener: () => void) => () => void;
};

/**
 * Something that the device keeps under a key of localStorage, the same in every
 * tab. Where the device keeps nothing, it lasts as long as the page.
 * @param keyOf asked each time, since an edition's address is not known at first
 * @param parse makes a value of what was found: undefined where there is nothing, null where it is damaged
 */
export function deviceValue<T>(keyOf: () => string, parse: (found: unknown) => T): DeviceValue<T> {
  const listeners = new Set<() => void>();
  const none = parse(undefined);
  let value = none;
  let text: string | null = null;
  let alone = false;
  const take = (now: string | null) => {
    if (now === text) return;
    text = now;
    value = parse(found(now));
  };
  const read = () => {
    if (!alone) take(storedItem("localStorage", keyOf()));
    return value;
  };
  const keep = (next: unknown) => {
    take(next === undefined ? null : JSON.stringify(next));
    alone = !storeItem("localStorage", keyOf(), text);
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
