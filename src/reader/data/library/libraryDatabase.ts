import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import type { LibraryRecord } from "#content/library/record.ts";

/**
 * "records": the library, as this version or another one wrote it. `unsent` is
 * on what the account's server does not have, and on all of it while there is
 * no sync. "aside": what could not be read, for whoever wants to look. "about":
 * what the device calls itself in stamps, and the greatest stamp that it has
 * made or seen. "account": how far this device knows the account's
 * library, and the key that opens it.
 */
interface LibrarySchema extends DBSchema {
  records: { key: [string, string]; value: unknown; indexes: { unsent: number } };
  aside: { key: number; value: { found: unknown; at: number } };
  about: { key: "device" | "last"; value: string };
  account: { key: "known" | "key"; value: unknown };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

/** What lies in "records": see there. */
export type Row = LibraryRecord & { unsent?: Unsent };

/** Why the server does not have a record: nobody has told it, it is larger than the server takes, or the account is full. */
export type Unsent = 1 | 2 | 3;

type Migration = (
  database: LibraryDatabase,
  transaction: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], "versionchange">,
) => void;

/** What each version changed, the first one first. One that was published never changes again. */
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
 * @param onLost the browser or the reader has taken the storage away, or a newer version of the app needs it
 * @throws where the browser keeps nothing, or a newer version was here
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
