import { deleteDB, type IDBPDatabase, openDB, type OpenDBCallbacks } from "idb";

/**
 * Opens a database of this edition. One that lacks its stores, as browsers leave
 * behind that were ended while they made it, holds nothing and is made anew.
 * @throws where the browser keeps nothing, or a newer version was here
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
  await deleteDB(name);
  return openDB<Schema>(name, version, callbacks);
}
