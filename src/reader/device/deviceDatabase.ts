import { type IDBPDatabase, openDB } from "idb";
import { address } from "../edition/address.ts";

/** "kept": what the reader asked to keep. "read": the texts of stories as they were read. */
export type StoreName = "kept" | "read";

const KEY_PATHS: Record<StoreName, string> = { kept: "id", read: "slug" };

/** One database for each edition on a host. */
let opened: Promise<IDBPDatabase> | undefined;

/** @throws if the browser allows no storage */
export function deviceDatabase(): Promise<IDBPDatabase> {
  opened ??= openDB(`broadsheet:${address().base}`, 1, {
    upgrade: (db) => {
      for (const [store, keyPath] of Object.entries(KEY_PATHS)) db.createObjectStore(store, { keyPath });
    },
  });
  return opened;
}
