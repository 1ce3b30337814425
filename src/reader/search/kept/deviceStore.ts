import { useSyncExternalStore } from "react";
import * as v from "valibot";

/** Something that this device keeps for its reader, as a list. */
export type DeviceStore<T> = {
  use: () => readonly T[];
  read: () => readonly T[];
  change: (next: (now: readonly T[]) => readonly T[]) => void;
};

/**
 * A list under one key of localStorage, the same in every tab. Where the device
 * keeps nothing, it lasts as long as the page. What is damaged, or comes from
 * another version, is an empty list. Whoever wants to keep it elsewhere gives
 * another DeviceStore; nothing else knows where it is.
 */
export function deviceStore<T>(key: string, schema: v.GenericSchema<unknown, T>): DeviceStore<T> {
  const listeners = new Set<() => void>();
  const list = v.fallback(v.array(schema), []);
  let text: string | null | undefined;
  let now: readonly T[] = [];
  let alone = false;
  const read = (): readonly T[] => {
    const stored = storedAt(key);
    if (!alone && stored !== undefined && stored !== text) {
      text = stored;
      now = v.parse(list, parsed(stored));
    }
    return now;
  };
  const tell = () => listeners.forEach((listener) => listener());
  const onStorage = (event: StorageEvent) => {
    // A null key tells that the whole storage was emptied.
    if (event.key === key || event.key === null) tell();
  };
  const subscribe = (listener: () => void) => {
    if (listeners.size === 0) addEventListener("storage", onStorage);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) removeEventListener("storage", onStorage);
    };
  };
  const change = (next: (now: readonly T[]) => readonly T[]): void => {
    now = next(read());
    text = now.length === 0 ? null : JSON.stringify(now);
    alone = !keep(key, text);
    tell();
  };
  const none: readonly T[] = [];
  return { read, change, use: () => useSyncExternalStore(subscribe, read, () => none) };
}

/** Undefined where the device does not let us look. */
function storedAt(key: string): string | null | undefined {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** False where the device is full or forbids it: then the page goes on with what it has. */
function keep(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
}
