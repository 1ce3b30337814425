import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import type { Base } from "./mergeNotes.ts";

/**
 * "records": the library, as this version or another one wrote it. `unsent` marks
 * records that the account's server does not have: all of them while sync is off.
 * "aside": records that could not be read, kept for inspection. "about": the
 * device's name in stamps, and the greatest stamp that it has made or seen.
 * "account": how far this device knows the account's library, and the key that
 * opens it.
 */
interface LibrarySchema extends DBSchema {
  records: { key: [string, string]; value: unknown; indexes: { unsent: number } };
  aside: { key: number; value: { found: unknown; at: number } };
  about: { key: "device" | "last"; value: string };
  account: { key: "known" | "key"; value: unknown };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

/** An entry of "records", see above. `base`: from which version of the server a highlight was changed here. */
export type Row = LibraryRecord & { unsent?: Unsent; base?: Base };

/** Why the server does not have a record: it was not sent, it is larger than the server accepts, or the account is full. */
export type Unsent = 1 | 2 | 3;

type Migration = (
  database: LibraryDatabase,
  transaction: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], "versionchange">,
) => void;

/** The changes of each version, the first one first. Never change one that has been published. */
const MIGRATIONS: Migration[] = [
  (database) => {
    database.createObjectStore("records", { keyPath: ["kind", "id"] });
    database.createObjectStore("aside", { autoIncrement: true });
    database.createObjectStore("about");
  },
  (database, transaction) => {
    transaction.objectStore("records").createIndex("unsent", "unsent");
    database.createObjectStore("account");
  },
];

/**
 * @param name of the database: each edition on a host has its own
 * @param onLost called if the browser or the reader deletes the storage, or a newer version of the app needs it
 * @throws if the browser allows no storage, or a newer version of the app has upgraded the database
 */
export async function openLibraryDatabase(name: string, onLost: () => void): Promise<LibraryDatabase> {
  const database = await openDB<LibrarySchema>(name, MIGRATIONS.length, {
    upgrade: (opened, from, _to, transaction) => {
      for (const migrate of MIGRATIONS.slice(from)) migrate(opened, transaction);
    },
    blocking: () => {
      database.close();
      onLost();
    },
    terminated: onLost,
  });
  return database;
}
