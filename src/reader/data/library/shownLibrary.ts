import { merge, type Records } from "#content/library/merge.ts";
import type { LibraryRecord } from "#content/library/record.ts";

/** Why the library lasts only as long as the page: the browser keeps nothing, has no more room, or has taken away what it kept. */
export type StorageError = "denied" | "full" | "lost";

/** What a page shows of the library, with the listeners for its changes. */
export function shownLibrary() {
  let records: Records = new Map();
  let trouble: StorageError | undefined;
  let isReady = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    records: () => records,
    trouble: () => trouble,
    /** Whether what the device holds is among it. */
    isReady: () => isReady,
    add: (fresh: readonly LibraryRecord[]) => {
      records = merge(records, fresh);
      tell();
    },
    /** Shows these and nothing else. */
    replace: (all: readonly LibraryRecord[]) => {
      records = merge(new Map(), all);
      tell();
    },
    ready: () => {
      isReady = true;
      tell();
    },
    complain: (why: StorageError | undefined) => {
      trouble = why;
      tell();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
