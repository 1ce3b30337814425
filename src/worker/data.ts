import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst } from "workbox-strategies";
import { ANY_VARIANT, dataAddress, inEachEdition, match, nameOf, shellName } from "./caches.ts";
import { NETWORK_TIMEOUT_SECONDS } from "./servePages.ts";
import {
  deleteGone,
  includeKept,
  limitEntries,
  storeOnlyValid,
  rejectIncomplete,
  fallBackToStored,
  bufferDuringUpdate,
} from "./plugins.ts";
import { isJson, isShard } from "./integrity.ts";

/** JSON: from the network, else from the device, which keeps a few hundred stories with their topics. */
export const data = new NetworkFirst({
  cacheName: nameOf("data"),
  networkTimeoutSeconds: NETWORK_TIMEOUT_SECONDS,
  matchOptions: ANY_VARIANT,
  plugins: [
    deleteGone,
    storeOnlyValid(),
    limitEntries(600),
    includeKept,
    // The edition's own file, without which no page can be shown, is also among the files of the app.
    { cachedResponseWillBeUsed: async ({ cachedResponse, request }) => cachedResponse ?? match(shellName, request.url) },
    fallBackToStored(isJson),
    bufferDuringUpdate,
  ],
});

/** Shards of the search index: their names change with their bytes. */
export const shards = new CacheFirst({
  cacheName: nameOf("search"),
  matchOptions: ANY_VARIANT,
  plugins: [rejectIncomplete(isShard), limitEntries(300), bufferDuringUpdate],
});

/** Only the network serves the fresh file of an edition, and data with a query, with which an open page asks for changed posts. */
export function serveData(fresh: string): void {
  const asked = inEachEdition(fresh);
  registerRoute(({ url }) => url.href.startsWith(dataAddress) && url.href.endsWith(".json") && !asked.includes(url.href), data);
  registerRoute(({ url }) => url.href.startsWith(`${dataAddress}search/`) && isShardAddress(url.pathname), shards);
}

export const isShardAddress = (path: string): boolean => path.endsWith(".bin");
