import type { WorkboxPlugin } from "workbox-core";
import { ExpirationPlugin } from "workbox-expiration";
import { ANY_VARIANT, match, nameOf, stamped } from "./caches.ts";

/**
 * What may be kept: a whole answer of the server itself, of this kind. A page of a hotel's network is none, nor is one that led elsewhere.
 * @param read makes something of a text that is ours; of another, or of half of one, it makes nothing, or throws
 */
export function keepsOnly(type: RegExp, read: (text: string) => unknown): WorkboxPlugin {
  return {
    cacheWillUpdate: async ({ response }) => {
      if (response.status !== 200 || response.redirected || !type.test(response.headers.get("content-type") ?? "")) return null;
      const text = response.clone().text();
      return (await text.then(read).catch(() => false)) ? stamped(response) : null;
    },
  };
}

/** Looks also into what the reader asked to keep, and brings that up to date with what comes over the network. */
export const alsoKept: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse, request }) => cachedResponse ?? match(nameOf("kept"), request.url),
  cacheDidUpdate: async ({ request, newResponse }) => {
    const kept = await caches.open(nameOf("kept"));
    if (await kept.match(request.url, ANY_VARIANT)) await kept.put(request.url, newResponse.clone());
  },
};

/** What the server no longer has goes from the device as well: the next reader of it is told. */
export const goneIsGone: WorkboxPlugin = {
  cacheWillUpdate: async ({ request, response }) => {
    if (response.status === 404 || response.status === 410)
      for (const kind of ["pages", "kept"] as const) await (await caches.open(nameOf(kind))).delete(request.url, ANY_VARIANT);
    return response;
  },
};

/** An error of the server counts as no answer where something is kept; else it is the answer. */
export const overServerErrors: WorkboxPlugin = {
  fetchDidSucceed: async ({ response, state }) => {
    if (response.status < 500) return response;
    if (state) state["answer"] = response;
    throw new Error(`The server answered ${response.status}.`);
  },
  handlerDidError: async ({ state }) => {
    const answer: unknown = state?.["answer"];
    return answer instanceof Response ? answer : undefined;
  },
};

/** Lets the entry that was not used for longest go when there are more, and all when the device is full. */
export function atMost(maxEntries: number): WorkboxPlugin {
  const { cachedResponseWillBeUsed, cacheDidUpdate } = new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true });
  return { ...(cachedResponseWillBeUsed && { cachedResponseWillBeUsed }), ...(cacheDidUpdate && { cacheDidUpdate }) };
}
