import { type IDBPDatabase, openDB, type OpenDBCallbacks } from "idb";

/**
 * Opens a database of this edition.
 * @throws where the browser keeps nothing, a newer version was here, or the database lacks its stores
 */
export async function openDatabase<Schema = unknown>(
  name: string,
  version: number,
  stores: readonly string[],
  callbacks: OpenDBCallbacks<Schema>,
): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>(name, version, callbacks);
  const there: readonly string[] = [...database.objectStoreNames].map(String);
  if (stores.every((store) => there.includes(store))) return database;
  database.close();
  throw new DOMException(`The database ${name} lacks its stores.`, "InvalidStateError");
}
