import * as v from "valibot";
import type { LibraryDatabase } from "../../../data/library/libraryDatabase.ts";
import { readKnown, startOver } from "./ledger.ts";
import { type LibraryKey, LibraryKeySchema } from "./libraryKey.ts";

/** The key that this device opens the account's library with; undefined where it has none. */
export async function readKey(database: LibraryDatabase): Promise<LibraryKey | undefined> {
  return v.parse(v.fallback(v.optional(LibraryKeySchema), undefined), await database.get("account", "key"));
}

/**
 * Keeps another key. All that is on the device is sent anew under it, and all
 * that is in the account comes once more: nothing depends on who had which key when.
 */
export async function keepKey(database: LibraryDatabase, key: LibraryKey): Promise<void> {
  await database.put("account", key, "key");
  await startOver(database, (await readKnown(database)).account);
}
