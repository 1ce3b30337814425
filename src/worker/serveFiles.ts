import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst } from "workbox-strategies";
import { ANY_VARIANT, match, matchShell, nameOf } from "./caches.ts";
import { limitEntries, rejectIncomplete, bufferDuringUpdate } from "./plugins.ts";
import { answerRecording } from "./answerRecording.ts";
import { scope, settings } from "./scope.ts";
import { isPicture, isWholeAsset } from "./integrity.ts";

/** The app's own files, of any version on the device: their names change with their bytes. */
const assets = new CacheFirst({
  cacheName: nameOf("assets"),
  matchOptions: ANY_VARIANT,
  plugins: [
    rejectIncomplete(isWholeAsset),
    limitEntries(100),
    bufferDuringUpdate,
    { cachedResponseWillBeUsed: async ({ cachedResponse, request }) => cachedResponse ?? matchShell(request.url) },
  ],
});

/** Pictures, whose names change with their bytes too. A width on the device serves for the others. */
export const pictures = new CacheFirst({
  cacheName: nameOf("pictures"),
  matchOptions: ANY_VARIANT,
  plugins: [
    rejectIncomplete(isPicture),
    limitEntries(250),
    bufferDuringUpdate,
    {
      cachedResponseWillBeUsed: async ({ cachedResponse, request }) =>
        cachedResponse?.headers.get("content-type") ? cachedResponse : match(nameOf("kept"), request.url),
      handlerDidError: async ({ request }) => match(nameOf("pictures"), request.url),
    },
  ],
});

/** The icon of the site, whose name stays when its bytes change. */
const icon = new NetworkFirst({
  cacheName: nameOf("assets"),
  plugins: [{ handlerDidError: async ({ request }) => matchShell(request.url) }],
});

export function serveFiles(): void {
  const below = (folder: string) => scope.location.origin + settings.base + folder;
  registerRoute(({ url }) => url.href.startsWith(below("assets/")), assets);
  registerRoute(({ url }) => url.href.startsWith(below("pictures/")), pictures);
  registerRoute(({ url }) => url.href.startsWith(below("media/")), answerRecording);
  registerRoute(({ url }) => [below("icon.svg"), below("icon-192.png")].includes(url.href), icon);
}
