/**
 * Caches the latest `most` values loaded by name. Failed loads are forgotten, so
 * that "Try again" does load again, and so are loads that were aborted because
 * every caller had cancelled.
 */
export function cached<T>(most: number, load: (name: string, signal: AbortSignal) => Promise<T>): LoadCache<T> {
  const known = new Map<string, Shared<T>>();
  const begin = (name: string): Shared<T> => {
    const begun = shared((signal) => load(name, signal));
    begun.value.catch(() => {
      if (known.get(name) === begun) known.delete(name);
    });
    return begun;
  };
  const get = (name: string, signal?: AbortSignal): Promise<T> => {
    if (signal?.aborted) return Promise.reject(abortError(signal));
    const before = known.get(name);
    const wanted = before && !before.isAborted() ? before : begin(name);
    known.delete(name);
    known.set(name, wanted);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    wanted.want(signal);
    return wanted.value;
  };
  return { get, has: (name) => known.has(name) };
}

/** A load in progress is aborted when the signals of all its callers are. */
export type LoadCache<T> = { get: (name: string, signal?: AbortSignal) => Promise<T>; has: (name: string) => boolean };

type Shared<T> = { value: Promise<T>; want: (signal: AbortSignal | undefined) => void; isAborted: () => boolean };

function shared<T>(load: (signal: AbortSignal) => Promise<T>): Shared<T> {
  const loading = new AbortController();
  let waiting = 0;
  let arrived = false;
  const value = load(loading.signal).finally(() => (arrived = true));
  const want = (signal: AbortSignal | undefined) => {
    waiting += 1;
    const leave = () => {
      waiting -= 1;
      if (waiting === 0 && !arrived) loading.abort();
    };
    if (signal) onAbort(signal, leave);
  };
  return { value, want, isAborted: () => loading.signal.aborted };
}

/** The callbacks of each signal: a query waits for many files, but listens only once. */
const leaving = new WeakMap<AbortSignal, Set<() => void>>();

function onAbort(signal: AbortSignal, leave: () => void): void {
  const known = leaving.get(signal);
  if (known) return void known.add(leave);
  const all = new Set([leave]);
  leaving.set(signal, all);
  signal.addEventListener("abort", () => all.forEach((each) => each()), { once: true });
}

/** The error with which a promise rejects after its signal was aborted. */
export function abortError(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error("It is no longer wanted.");
}
