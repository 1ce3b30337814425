import * as v from "valibot";
import { library } from "../../../data/library/library.ts";
import type { LibraryDatabase } from "../../../data/library/libraryDatabase.ts";
import { readKnown, startOver } from "./ledger.ts";
import { type LibraryKey, LibraryKeySchema, settled } from "./libraryKey.ts";

/** The key that this device opens the account's library with; undefined where it has none. */
export async function readKey(database: LibraryDatabase): Promise<LibraryKey | undefined> {
  return v.parse(v.fallback(v.optional(LibraryKeySchema), undefined), await database.get("account", "key"));
}

/** The same of the library that the app has on this device. */
export async function ownKey(): Promise<LibraryKey | undefined> {
  const database = await library().database();
  return database && readKey(database);
}

/**
 * Keeps another key. All that is on the device is sent anew under it, and all
 * that is in the account comes once more: nothing depends on who had which key when.
 */
export async function keepKey(database: LibraryDatabase, key: LibraryKey): Promise<void> {
  await startOver(database, (await readKnown(database)).account);
  await database.put("account", key, "key");
}

/**
 * Once all that is in the account has come under a key, nothing is left that it
 * did not encrypt, and this device takes nothing else from now on, whether the
 * server hears of it or not. What it keeps for other devices follows.
 * @param share tells the server
 */
export async function settleKey(
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
