import type { WorkboxPlugin } from "workbox-core";
import { ExpirationPlugin } from "workbox-expiration";
import { ANY_VARIANT, match, nameOf, stamped } from "./caches.ts";
import { holds, type IsWhole, wholeOf } from "./integrity.ts";
import { scope } from "./scope.ts";

/**
 * What may be kept: a whole answer of the server itself. A page of a hotel's network is none, nor is one that led elsewhere.
 * @param isWhole needless where answers that are not were left aside before
 */
export function keepsOnly(isWhole: IsWhole = async () => true): WorkboxPlugin {
  return {
    cacheWillUpdate: async ({ response, request }) => {
      if (response.status !== 200 || response.redirected) return null;
      return (await holds(isWhole, response, request.url)) ? stamped(response) : null;
    },
  };
}

/**
 * As soon as it has answered, a worker may be ended by the version that waits for it, and Chromium then loses what it has not yet
 * passed on: a page without a body, that never comes. So while one waits, answers go out whole.
 */
export const wholeBeforeTheNext: WorkboxPlugin = {
  handlerWillRespond: async ({ response }) => {
    if (!scope.registration.waiting || !response.body) return response;
    const whole = await response
      .clone()
      .blob()
      .catch(() => undefined);
    return whole ? new Response(whole, response) : response;
  },
};

/** Of files whose names change with their bytes: what is not whole counts as no answer, so that nobody gets it and nothing keeps it. */
export function onlyWhole(isWhole: IsWhole): WorkboxPlugin {
  return { fetchDidSucceed: ({ response, request }) => wholeOf(response, request, isWhole) };
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

/** An error of the server counts as no answer where something is kept, and so does what is not what was asked for; else it is the answer. */
export function overFaults(isWhole: IsWhole): WorkboxPlugin {
  return {
    fetchDidSucceed: async ({ response, request, state }) => {
      const isFault = response.status >= 500 || (response.ok && !(await holds(isWhole, response, request.url)));
      if (!isFault) return response;
      if (state) state["answer"] = response;
      throw new Error(`${request.url} is not what it should be: the server answered ${response.status}.`);
    },
    handlerDidError: async ({ state }) => {
      const answer: unknown = state?.["answer"];
      return answer instanceof Response ? answer : undefined;
    },
  };
}

/** Lets the entry that was not used for longest go when there are more, and all when the device is full. */
export function atMost(maxEntries: number): WorkboxPlugin {
  const { cachedResponseWillBeUsed, cacheDidUpdate } = new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true });
  return { ...(cachedResponseWillBeUsed && { cachedResponseWillBeUsed }), ...(cacheDidUpdate && { cacheDidUpdate }) };
}
