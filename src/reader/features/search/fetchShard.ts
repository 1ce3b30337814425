import { MANIFEST } from "static-search/format";
import { cacheName } from "#content/serviceWorker.ts";
import { address, siteData } from "../../edition/address.ts";
import { fetchInTime } from "../../data/fetchInTime.ts";
import { ConnectionError, HttpError } from "../../data/errors.ts";

/** Whether to use the browser's own cache: no longer once it has returned a damaged file. */
let trust = true;

/** Fetches a file of the index. Only the manifest changes under its name, so only that is revalidated each time. */
export async function fetchShard(name: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  // The editions of a site share one index.
  const url = `${siteData()}search/${name}`;
  const cache = trust ? (name === MANIFEST ? "no-cache" : "default") : "reload";
  const response = await fetchInTime(url, { cache, ...(signal && { signal }) }).catch((cause: unknown) => {
    throw new ConnectionError(url, cause);
  });
  if (!response.ok) throw new HttpError(response.status, url);
  return response.arrayBuffer();
}

/** Discards the files of the index that device and browser have cached, because one is damaged. */
export async function distrustIndex(): Promise<void> {
  trust = false;
  // Without the Cache API nothing is kept.
  await caches.delete(cacheName(address().base, "search")).catch(() => false);
}
