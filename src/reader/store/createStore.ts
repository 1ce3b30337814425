import { useSyncExternalStore } from "react";

/** A value with subscribers, outside React. */
export type Store<T> = {
  get: () => T;
  /** Notifies all subscribers, unless the value is the same. */
  set: (next: T) => void;
  /** @returns a function that unsubscribes */
  subscribe: (listener: () => void) => () => void;
  /** The value in a component; while prerendering or hydrating, the first one. */
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
