import { merge, type Records } from "#content/library/merge.ts";
import type { LibraryRecord } from "#content/library/record.ts";
import { applyChanges, type Change, greatest, newDevice } from "./change.ts";
import { emptyLibrary, readLibrary, writeLibrary, type Writing } from "./deviceLibrary.ts";
import { type LibraryDatabase, openLibraryDatabase } from "./libraryDatabase.ts";
import { shownLibrary, type StorageError } from "./shownLibrary.ts";
import { tabs } from "./tabs.ts";

export type LibraryStore = ReturnType<typeof libraryStore>;

/**
 * The library of one edition: in memory what is shown, on the device what
 * lasts, and word to the other tabs. Where the device keeps nothing the memory
 * is all there is.
 * @param name of the database and of the channel between the tabs
 */
export function libraryStore(name: string) {
  const shown = shownLibrary();
  /** What the device had no room for; it goes with what is written next. */
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
  const others = tabs(name, (word) => {
    if (word === "emptied") forget();
    else if (word === "reread") void reread();
    else add(word);
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
      others.tell(fresh);
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
    /** All records, those taken away included. */
    all: async (): Promise<LibraryRecord[]> => ready.then(() => [...records().values()]),
    change: (changes: Change[]): Promise<void> => write({ changes }),
    /** Records that were made elsewhere, on another device or in another time. Of two the newer one stays. */
    bringIn: (incoming: readonly LibraryRecord[]): Promise<void> => write({ incoming }),
    ...whereItLies({ write, others, forget, emptied, reread, opened: () => database }),
  };
}

type Inside = {
  write: (writing: Writing) => Promise<void>;
  others: ReturnType<typeof tabs>;
  forget: () => void;
  emptied: Set<() => void>;
  reread: () => Promise<void>;
  opened: () => Promise<LibraryDatabase | undefined>;
};

/** What concerns the device, and the server of an account. */
function whereItLies({ write, others, forget, emptied, reread, opened }: Inside) {
  return {
    /** Where the library lies; undefined where the device keeps nothing. */
    database: opened,
    /** Records that the account's server has. */
    bringFromServer: (fromServer: readonly LibraryRecord[]): Promise<void> => write({ fromServer }),
    /** Shows what lies on the device in place of what is shown, here and in the other tabs. */
    reread: async (): Promise<void> => {
      await reread();
      others.tell("reread");
    },
    /** Takes the library off the device and out of every tab. */
    empty: async (): Promise<void> => {
      const database = await opened();
      if (database) await emptyLibrary(database);
      forget();
      others.tell("emptied");
    },
    /** Told when the library is taken off the device, in this tab or another. @returns how to unsubscribe */
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

/** What a device that keeps nothing would have written. */
function written({ changes = [], incoming = [], fromServer = [] }: Writing, before: Records, device: string): LibraryRecord[] {
  const elsewhere = [...incoming, ...fromServer];
  const brought = merge(before, elsewhere);
  const last = greatest([...brought.values()].map(({ stamp }) => stamp));
  return [...elsewhere, ...applyChanges(changes, brought, { last, device })];
}
