import { merge } from "#content/library/merge.ts";
import type { LibraryRecord } from "#content/library/record.ts";
import { applyChanges, type Change, greatest, newDevice } from "./change.ts";
import { readLibrary, writeLibrary } from "./deviceLibrary.ts";
import { type LibraryDatabase, openLibraryDatabase } from "./libraryDatabase.ts";
import { shownLibrary, type Trouble } from "./shownLibrary.ts";
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
  const { add, complain, records, trouble, isReady, subscribe } = shown;
  /** What the device had no room for; it goes with what is written next. */
  let waiting: LibraryRecord[] = [];
  const device = newDevice();
  const others = tabs(name, add);
  const lose = (why: Trouble): undefined => {
    database = Promise.resolve(undefined);
    complain(why);
  };
  let database: Promise<LibraryDatabase | undefined> = openLibraryDatabase(name, () => lose("lost")).catch(() => lose("denied"));
  const ready = database
    .then((opened) => (opened ? readLibrary(opened) : []))
    .then(add, () => lose("denied"))
    .then(shown.ready);

  const inMemory = (changes: Change[], incoming: readonly LibraryRecord[]): LibraryRecord[] => {
    const brought = merge(records(), incoming);
    const last = greatest([...brought.values()].map(({ stamp }) => stamp));
    return [...incoming, ...applyChanges(changes, brought, { last, device })];
  };

  const write = async (changes: Change[], incoming: readonly LibraryRecord[]): Promise<void> => {
    await ready;
    const opened = await database;
    if (!opened) return add(inMemory(changes, incoming));
    try {
      const fresh = await writeLibrary(opened, changes, [...waiting, ...incoming]);
      waiting = [];
      add(fresh);
      if (trouble() !== undefined) complain(undefined);
      others.tell(fresh);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      const fresh = inMemory(changes, incoming);
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
    change: (changes: Change[]): Promise<void> => write(changes, []),
    /** Records that were made elsewhere, on another device or in another time. Of two the newer one stays. */
    bringIn: (incoming: readonly LibraryRecord[]): Promise<void> => write([], incoming),
    close: async () => {
      others.close();
      (await database)?.close();
    },
  };
}
