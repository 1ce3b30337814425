import * as v from "valibot";
import { library } from "../../../data/library/library.ts";
import type { LibraryDatabase } from "../../../data/library/libraryDatabase.ts";
import { readKnown, startOver } from "./ledger.ts";
import { type LibraryKey, LibraryKeySchema, settled } from "./libraryKey.ts";

/** The key with which this device opens the account's library; undefined if it has none. */
export async function readKey(database: LibraryDatabase): Promise<LibraryKey | undefined> {
  return v.parse(v.fallback(v.optional(LibraryKeySchema), undefined), await database.get("account", "key"));
}

/** The same, from the database of the app's own library. */
export async function ownKey(): Promise<LibraryKey | undefined> {
  const database = await library().database();
  return database && readKey(database);
}

/**
 * Stores another key. Everything on the device is sent again under it, and everything
 * in the account is fetched again, so that nothing depends on who had which key when.
 */
export async function keepKey(database: LibraryDatabase, key: LibraryKey): Promise<void> {
  await startOver(database, (await readKnown(database)).account);
  await database.put("account", key, "key");
}

/**
 * Once everything in the account has been fetched, all of it is encrypted with the key.
 * From then on this device accepts nothing else, whether the server can be told or not.
 * The copy that the server keeps for other devices is updated next.
 * @param share tells the server
 */
export async function requireEncryption(
  database: LibraryDatabase,
  before: LibraryKey,
  share: (key: LibraryKey) => Promise<unknown>,
): Promise<void> {
  const key = settled(before);
  if (key.shared) return;
  await database.put("account", key, "key");
  await share(key);
  await database.put("account", { ...key, shared: true }, "key");
}
