import { MANIFEST } from "static-search/format";
import { cacheName } from "#content/serviceWorker.ts";
import { address, siteData } from "../../edition/address.ts";
import { fetchInTime } from "../../data/fetchInTime.ts";
import { ConnectionError, HttpError } from "../../data/errors.ts";

/** The browser's own cache is passed over after it gave a file that is damaged. */
let trust = true;

/** A file of the index. Only the manifest changes under its name, so only for it the server is asked each time. */
export async function fetchShard(name: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  // The editions of a site have one index.
  const url = `${siteData()}search/${name}`;
  const cache = trust ? (name === MANIFEST ? "no-cache" : "default") : "reload";
  const response = await fetchInTime(url, { cache, ...(signal && { signal }) }).catch((cause: unknown) => {
    throw new ConnectionError(url, cause);
  });
  if (!response.ok) throw new HttpError(response.status, url);
  return response.arrayBuffer();
}

/** Lets go of what device and browser keep of the index: a file of it is damaged. */
export async function distrustIndex(): Promise<void> {
  trust = false;
  // Where there are no caches, nothing of it is kept.
  await caches.delete(cacheName(address().base, "search")).catch(() => false);
}
