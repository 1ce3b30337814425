import { merge, type Records } from "#content/library/merge.ts";
import type { LibraryRecord } from "#content/library/record.ts";
import { applyChanges, type Change, greatest, newDevice } from "./change.ts";
import { readLibrary, writeLibrary } from "./deviceLibrary.ts";
import { type LibraryDatabase, openLibraryDatabase } from "./libraryDatabase.ts";
import { tabs } from "./tabs.ts";

/** Why the library lasts only as long as the page: the browser keeps nothing, has no more room, or has taken away what it kept. */
export type Trouble = "denied" | "full" | "lost";

export type LibraryStore = ReturnType<typeof libraryStore>;

/**
 * The library of one edition: in memory what is shown, on the device what
 * lasts, and word to the other tabs. Where the device keeps nothing the memory
 * is all there is.
 * @param name of the database and of the channel between the tabs
 */
export function libraryStore(name: string) {
  let records: Records = new Map();
  let trouble: Trouble | undefined;
  const listeners = new Set<() => void>();
  /** What the device had no room for; it goes with what is written next. */
  let waiting: LibraryRecord[] = [];
  const device = newDevice();

  const show = (fresh: readonly LibraryRecord[], nowTrouble: Trouble | undefined) => {
    records = merge(records, fresh);
    trouble = nowTrouble;
    for (const listener of listeners) listener();
  };
  const others = tabs(name, (fresh) => show(fresh, trouble));
  let database: Promise<LibraryDatabase | undefined> = openLibraryDatabase(name, () => lose("lost")).catch(() => lose("denied"));
  const ready = database.then(async (opened) => show(opened ? await readLibrary(opened) : [], trouble)).catch(() => lose("denied"));

  function lose(why: Trouble): undefined {
    database = Promise.resolve(undefined);
    show([], why);
  }

  const inMemory = (changes: Change[], incoming: readonly LibraryRecord[]): LibraryRecord[] => {
    const brought = merge(records, incoming);
    const last = greatest([...brought.values()].map(({ stamp }) => stamp));
    return [...incoming, ...applyChanges(changes, brought, { last, device })];
  };

  const write = async (changes: Change[], incoming: readonly LibraryRecord[]): Promise<void> => {
    await ready;
    const opened = await database;
    if (!opened) return show(inMemory(changes, incoming), trouble);
    try {
      const fresh = await writeLibrary(opened, changes, [...waiting, ...incoming]);
      waiting = [];
      show(fresh, undefined);
      others.tell(fresh);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      const fresh = inMemory(changes, incoming);
      waiting = [...waiting, ...fresh];
      show(fresh, error.name === "QuotaExceededError" ? "full" : "lost");
    }
  };

  return {
    ready,
    /** All records, those taken away included. */
    all: async (): Promise<LibraryRecord[]> => ready.then(() => [...records.values()]),
    change: (changes: Change[]): Promise<void> => write(changes, []),
    /** Records that were made elsewhere, on another device or in another time. Of two the newer one stays. */
    bringIn: (incoming: readonly LibraryRecord[]): Promise<void> => write([], incoming),
    records: () => records,
    trouble: () => trouble,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      others.close();
      (await database)?.close();
    },
  };
}
