import { useSyncExternalStore } from "react";

/** A value with subscribers, outside React. */
export type Store<T> = {
  get: () => T;
  /** Tells all subscribers, unless it is the value that is there. */
  set: (next: T) => void;
  /** @returns how to unsubscribe */
  subscribe: (listener: () => void) => () => void;
  /** The value in a component; in prerendered HTML, and while that is hydrated, the first one. */
  use: () => T;
};

export function createStore<T>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  const get = () => value;
  const set = (next: T) => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { get, set, subscribe, use: () => useSyncExternalStore(subscribe, get, () => first) };
}
