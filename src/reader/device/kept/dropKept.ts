import { cacheName } from "#content/serviceWorker.ts";
import { address } from "../../edition/address.ts";
import { allRecords, deleteRecord, readRecord } from "./records.ts";

/** Removes something kept from the device, except for files that something else kept needs too. */
export async function dropKept(id: string): Promise<void> {
  const files = (await readRecord(id))?.files ?? [];
  await deleteRecord(id);
  await dropFiles(files);
}

/** Deletes those of the files that nothing kept needs. */
export async function dropFiles(files: string[]): Promise<void> {
  const needed = new Set((await allRecords()).flatMap((record) => record.files));
  const cache = await caches.open(cacheName(address().base, "kept"));
  await Promise.all(files.filter((file) => !needed.has(file)).map((file) => cache.delete(file)));
}
