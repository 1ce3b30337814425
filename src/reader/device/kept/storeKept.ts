import { cacheName, KEPT_HEADER, SAME_AS_HEADER } from "#content/serviceWorker.ts";
import { address } from "../../edition/address.ts";
import type { KeptRecord } from "./keptRecord.ts";
import { writeRecord } from "./records.ts";

/** A file under its full address: its content, or the address of the file that stands in for it. */
export type KeptFile = { url: string; content: Blob | string };

/**
 * Stores files on the device, and adds them to their record. The record is written first, so that
 * whatever is on the device can be removed, even if the tab is closed in between.
 */
export async function storeKept(record: KeptRecord, files: KeptFile[], signal: AbortSignal): Promise<void> {
  const named = new Set(record.files);
  for (const { url, content } of files) if (!named.has(url) && content instanceof Blob) record.bytes += content.size;
  record.files = [...new Set([...record.files, ...files.map(({ url }) => url)])];
  await writeRecord(record);
  const cache = await caches.open(cacheName(address().base, "kept"));
  for (const { url, content } of files) {
    signal.throwIfAborted();
    const headers = { [KEPT_HEADER]: new Date().toISOString() };
    const response =
      content instanceof Blob
        ? new Response(content, { headers })
        : new Response(null, { headers: { ...headers, [SAME_AS_HEADER]: content } });
    await cache.put(url, response);
  }
  signal.throwIfAborted();
}
