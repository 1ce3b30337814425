import { cacheName } from "#content/serviceWorker.ts";
import { address } from "../../edition/address.ts";
import { allRecords, deleteRecord, readRecord } from "./records.ts";

/** Takes something off the device, but for what something else that is kept needs too. */
export async function dropKept(id: string): Promise<void> {
  const own = (await readRecord(id))?.files ?? [];
  await deleteRecord(id);
  await dropFiles(own);
}

/** Deletes those of some files that nothing needs which is kept. */
export async function dropFiles(files: string[]): Promise<void> {
  const needed = new Set((await allRecords()).flatMap((record) => record.files));
  const cache = await caches.open(cacheName(address().base, "kept"));
  await Promise.all(files.filter((file) => !needed.has(file)).map((file) => cache.delete(file)));
}
