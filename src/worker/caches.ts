import { type CacheKind, cacheName, KEPT_HEADER, SAME_AS_HEADER, shellPrefix } from "#content/serviceWorker.ts";
import { scope, settings } from "./scope.ts";

export const nameOf = (kind: CacheKind): string => cacheName(settings.base, kind);

export const shellName = shellPrefix(settings.base) + settings.version;

/** The folder of the edition's data, as a full address. */
export const dataAddress = new URL(settings.data, scope.location.origin).href;

/** A file of each edition, by its address. @param file below the data address */
export const inEachEdition = (file: string): string[] =>
  settings.fronts.map((front) => dataAddress + front.slice(settings.base.length) + file);

/** Hosts may vary responses by encoding, but cached bodies are already decoded, so Vary is ignored. */
export const ANY_VARIANT = { ignoreVary: true };

/** The response that a cache has for an address. An entry that stands for another returns that one's response. */
export async function match(cache: string, url: string): Promise<Response | undefined> {
  const found = await caches.match(url, { ...ANY_VARIANT, cacheName: cache });
  const sameAs = found?.headers.get(SAME_AS_HEADER);
  return sameAs ? caches.match(sameAs, { ...ANY_VARIANT, cacheName: cache }) : found;
}

/** The caches of other versions, the oldest first. */
export const earlierShells = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(shellPrefix(settings.base)) && name !== shellName);

/** A file of the app from any version on this device, the active one first. */
export async function matchShell(url: string): Promise<Response | undefined> {
  for (const name of [shellName, ...(await earlierShells()).toReversed()]) {
    const found = await match(name, url);
    if (found) return found;
  }
  return match(nameOf("assets"), url);
}

/** A response as it is stored: with the time, and without the headers that only concern its transfer. */
export function stamped(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
  headers.set(KEPT_HEADER, new Date().toISOString());
  return new Response(response.body, { status: response.status, headers });
}
