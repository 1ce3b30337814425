import { cacheName } from "#content/serviceWorker.ts";
import { address } from "../../edition/address.ts";
import { allRecords, deleteRecord } from "./records.ts";

/** Takes something off the device, but for what something else that is kept needs too. */
export async function dropKept(id: string): Promise<void> {
  const records = await allRecords();
  const others = new Set(records.filter((record) => record.id !== id).flatMap(({ files }) => files));
  const own = records.find((record) => record.id === id)?.files ?? [];
  await deleteRecord(id);
  const cache = await caches.open(cacheName(address().base, "kept"));
  await Promise.all(own.filter((file) => !others.has(file)).map((file) => cache.delete(file)));
}
