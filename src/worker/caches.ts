import { type CacheKind, cacheName, KEPT_HEADER, SAME_AS_HEADER, shellPrefix } from "#content/serviceWorker.ts";
import { settings } from "./scope.ts";

export const nameOf = (kind: CacheKind): string => cacheName(settings.base, kind);

export const shellName = shellPrefix(settings.base) + settings.version;

/** Hosts may vary their answers by encoding, which a cache does not know of. */
export const ANY_VARIANT = { ignoreVary: true };

/** What a cache has for an address. An entry that stands for another one gives that one's bytes. */
export async function match(cache: string, url: string): Promise<Response | undefined> {
  const found = await caches.match(url, { ...ANY_VARIANT, cacheName: cache });
  const sameAs = found?.headers.get(SAME_AS_HEADER);
  return sameAs ? caches.match(sameAs, { ...ANY_VARIANT, cacheName: cache }) : found;
}

/** The file of the app from any version of it that is on this device, the one at work first. */
export async function matchShell(url: string): Promise<Response | undefined> {
  const shells = (await caches.keys()).filter((name) => name.startsWith(shellPrefix(settings.base)) && name !== shellName);
  for (const name of [shellName, ...shells.toReversed()]) {
    const found = await match(name, url);
    if (found) return found;
  }
  return match(nameOf("assets"), url);
}

/** An answer as it is kept: with the time, and without what was true of its way over the network only. */
export function stamped(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
  headers.set(KEPT_HEADER, new Date().toISOString());
  return new Response(response.body, { status: response.status, headers });
}
