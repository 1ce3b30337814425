import { merge, type Records } from "#content/library/merge.ts";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { applyChanges, type Change, greatest, newDevice } from "./change.ts";
import { emptyLibrary, readLibrary, writeLibrary, type Writing } from "./deviceLibrary.ts";
import { type LibraryDatabase, openLibraryDatabase } from "./libraryDatabase.ts";
import { libraryView, type StorageError } from "./libraryView.ts";
import { tabs } from "./tabs.ts";

export type LibraryStore = ReturnType<typeof libraryStore>;

/**
 * The library of one edition: shown from memory, stored on the device, and shared
 * with the other tabs. If the device cannot store it, it exists only in memory.
 * @param name of the database and of the channel between the tabs
 */
export function libraryStore(name: string) {
  const shown = libraryView();
  /** Records that the device had no room for; they are written with the next ones. */
  let waiting: LibraryRecord[] = [];
  const device = newDevice();
  const emptied = new Set<() => void>();
  const { add, complain, records, trouble, isReady, subscribe } = shown;
  const lose = (why: StorageError): undefined => {
    database = Promise.resolve(undefined);
    complain(why);
  };
  let database: Promise<LibraryDatabase | undefined> = openLibraryDatabase(name, () => lose("lost")).catch(() => lose("denied"));
  const ready = database
    .then((opened) => (opened ? readLibrary(opened) : []))
    .then(add, () => lose("denied"))
    .then(shown.ready);

  const reread = async (): Promise<void> => {
    const opened = await database;
    if (opened) shown.replace(await readLibrary(opened));
  };
  const forget = () => {
    waiting = [];
    shown.replace([]);
    for (const listener of emptied) listener();
  };
  const others = tabs(name, (message) => {
    if (message === "emptied") forget();
    else if (message === "reread") void reread();
    else add(message);
  });

  const write = async (writing: Writing): Promise<void> => {
    await ready;
    const opened = await database;
    if (!opened) return add(written(writing, records(), device));
    try {
      const fresh = await writeLibrary(opened, { ...writing, incoming: [...waiting, ...(writing.incoming ?? [])] });
      waiting = [];
      add(fresh);
      if (trouble() !== undefined) complain(undefined);
      others.post(fresh);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      const fresh = written(writing, records(), device);
      waiting = [...waiting, ...fresh];
      add(fresh);
      complain(error.name === "QuotaExceededError" ? "full" : "lost");
    }
  };

  return {
    ready,
    isReady,
    records,
    trouble,
    subscribe,
    /** All records, including removals. */
    all: async (): Promise<LibraryRecord[]> => ready.then(() => [...records().values()]),
    change: (changes: Change[]): Promise<void> => write({ changes }),
    /** Merges records made elsewhere, on another device or at another time. Of two the newer one wins. */
    mergeRecords: (incoming: readonly LibraryRecord[]): Promise<void> => write({ incoming }),
    ...storageMethods({ write, others, forget, emptied, reread, opened: () => database }),
  };
}

type Internals = {
  write: (writing: Writing) => Promise<void>;
  others: ReturnType<typeof tabs>;
  forget: () => void;
  emptied: Set<() => void>;
  reread: () => Promise<void>;
  opened: () => Promise<LibraryDatabase | undefined>;
};

/** The methods that concern the device, and the server of an account. */
function storageMethods({ write, others, forget, emptied, reread, opened }: Internals) {
  return {
    /** The library's database; undefined if the device cannot store it. */
    database: opened,
    /** Merges records that the account's server has. @param labelled marks a note of another device that stays under this one's */
    mergeFromServer: (fromServer: readonly LibraryRecord[], labelled?: Writing["labelled"]): Promise<void> =>
      write({ fromServer, labelled }),
    /** Shows what is stored on the device instead of what is in memory, here and in the other tabs. */
    reread: async (): Promise<void> => {
      await reread();
      others.post("reread");
    },
    /** Deletes the library from the device and from every tab. */
    empty: async (): Promise<void> => {
      const database = await opened();
      if (database) await emptyLibrary(database);
      forget();
      others.post("emptied");
    },
    /** Calls a listener when the library is deleted, in this tab or another. @returns a function that unsubscribes it */
    onEmptied: (listener: () => void) => {
      emptied.add(listener);
      return () => emptied.delete(listener);
    },
    close: async () => {
      others.close();
      (await opened())?.close();
    },
  };
}

/** The records that would have been written if the device could store them. */
function written({ changes = [], incoming = [], fromServer = [] }: Writing, before: Records, device: string): LibraryRecord[] {
  const elsewhere = [...incoming, ...fromServer];
  const brought = merge(before, elsewhere);
  const last = greatest([...brought.values()].map(({ stamp }) => stamp));
  return [...elsewhere, ...applyChanges(changes, brought, { last, device })];
}
