import type { WorkboxPlugin } from "workbox-core";
import { ExpirationPlugin } from "workbox-expiration";
import { ANY_VARIANT, match, nameOf, stamped } from "./caches.ts";
import { passesCheck, type ResponseCheck, validOrRefetched } from "./integrity.ts";
import { scope } from "./scope.ts";

/**
 * Stores only complete responses of the server itself, and so neither a captive portal's page nor a redirected response.
 * @param check not needed if incomplete responses were rejected before
 */
export function storeOnlyValid(check: ResponseCheck = async () => true): WorkboxPlugin {
  return {
    cacheWillUpdate: async ({ response, request }) => {
      if (response.status !== 200 || response.redirected) return null;
      return (await passesCheck(check, response, request.url)) ? stamped(response) : null;
    },
  };
}

/**
 * A waiting version may end the worker as soon as it has responded, and Chromium then loses the part of the body that is still to
 * come: the page stays empty. So while a version waits, bodies are read completely first.
 */
export const bufferDuringUpdate: WorkboxPlugin = {
  handlerWillRespond: async ({ response }) => {
    if (!scope.registration.waiting || !response.body) return response;
    const whole = await response
      .clone()
      .blob()
      .catch(() => undefined);
    return whole ? new Response(whole, response) : response;
  },
};

/** For files whose names change with their bytes: an incomplete response is treated as none, and neither served nor stored. */
export function rejectIncomplete(check: ResponseCheck): WorkboxPlugin {
  return { fetchDidSucceed: ({ response, request }) => validOrRefetched(response, request, check) };
}

/** Also reads what the reader chose to keep, and updates that from the network. */
export const includeKept: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse, request }) => cachedResponse ?? match(nameOf("kept"), request.url),
  cacheDidUpdate: async ({ request, newResponse }) => {
    const kept = await caches.open(nameOf("kept"));
    if (await kept.match(request.url, ANY_VARIANT)) await kept.put(request.url, newResponse.clone());
  },
};

/** Deletes what the server no longer has from the device, so that its next reader gets the 404 page. */
export const deleteGone: WorkboxPlugin = {
  cacheWillUpdate: async ({ request, response }) => {
    if (response.status === 404 || response.status === 410)
      for (const kind of ["pages", "data", "kept"] as const) await (await caches.open(nameOf(kind))).delete(request.url, ANY_VARIANT);
    return response;
  },
};

/** Server errors and responses that fail the check are replaced by a stored response, if there is one. */
export function fallBackToStored(check: ResponseCheck): WorkboxPlugin {
  return {
    fetchDidSucceed: async ({ response, request, state }) => {
      const isFault = response.status >= 500 || (response.ok && !(await passesCheck(check, response, request.url)));
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

/** Limits the number of entries: the least recently used goes first, and all go when the device is full. */
export function limitEntries(maxEntries: number): WorkboxPlugin {
  const { cachedResponseWillBeUsed, cacheDidUpdate } = new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true });
  return { ...(cachedResponseWillBeUsed && { cachedResponseWillBeUsed }), ...(cacheDidUpdate && { cacheDidUpdate }) };
}
