import { merge, type Records } from "#content/library/merge.ts";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";

/** Why the library lasts only as long as the page: the browser allows no storage, has no more room, or has deleted what it stored. */
export type StorageError = "denied" | "full" | "lost";

/** The library as a page shows it, with the listeners for its changes. */
export function libraryView() {
  let records: Records = new Map();
  let trouble: StorageError | undefined;
  let isReady = false;
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  return {
    records: () => records,
    trouble: () => trouble,
    /** Whether it includes what is stored on the device. */
    isReady: () => isReady,
    add: (fresh: readonly LibraryRecord[]) => {
      records = merge(records, fresh);
      notify();
    },
    /** Shows these and nothing else. */
    replace: (all: readonly LibraryRecord[]) => {
      records = merge(new Map(), all);
      notify();
    },
    ready: () => {
      isReady = true;
      notify();
    },
    complain: (why: StorageError | undefined) => {
      trouble = why;
      notify();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
