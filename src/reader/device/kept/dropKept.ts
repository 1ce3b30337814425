import { cacheName } from "#content/serviceWorker.ts";
import { address } from "../../edition/address.ts";
import { allRecords, deleteRecord } from "./records.ts";

/** Removes something kept from the device, except for files that something else kept needs too. */
export async function dropKept(id: string): Promise<void> {
  await deleteRecord(id);
  await sweepKept();
}

/**
 * Deletes the files that no record names: those of a record that was deleted, or that a closed tab left.
 * The files are listed before the records are read, since another tab names a file in its record before it stores it.
 */
export async function sweepKept(): Promise<void> {
  const name = cacheName(address().base, "kept");
  // Opening a cache would create it.
  if (!(await caches.has(name))) return;
  const cache = await caches.open(name);
  const files = (await cache.keys()).map(({ url }) => url);
  const named = new Set((await allRecords()).flatMap((record) => record.files));
  await Promise.all(files.filter((file) => !named.has(file)).map((file) => cache.delete(file)));
}
