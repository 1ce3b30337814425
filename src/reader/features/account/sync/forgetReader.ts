import { openDB } from "idb";
import { type CacheKind, cacheName, cachePrefix } from "#content/serviceWorker.ts";
import { tellApi } from "../../../data/api.ts";
import { address } from "../../../edition/address.ts";
import { forgetLinks } from "../../../device/outsideLinks.ts";
import { deviceDatabase } from "../../../device/deviceDatabase.ts";
import { withdrawOffer } from "../../../toasts/offers.ts";
import { library } from "../../../data/library/library.ts";
import { noteSync } from "./syncState.ts";

/** What was read or kept; the other caches hold the app itself. */
const CACHES: CacheKind[] = ["pages", "data", "pictures", "search", "kept", "alerts", "push"];

/** How this device shows a page and reads aloud says nothing of what its reader reads. */
const STAYS = /^broadsheet-(?:settings|listen)$|:library$/u;

/** Takes all that tells of the reader off this device, and out of every tab: the library, the links to other sites, the copies of stories, the last searches. */
export async function forgetReader(): Promise<void> {
  noteSync(undefined);
  withdrawOffer("undo");
  withdrawOffer("continue");
  withdrawOffer("listen");
  for (const key of Object.keys(localStorage)) if (key.startsWith("broadsheet") && !STAYS.test(key)) localStorage.removeItem(key);
  await library().empty();
  // Where the browser keeps none of these, there is nothing to forget.
  await Promise.allSettled([forgetCopies(), forgetStories(), forgetAges(), forgetLinks(), endAlerts()]);
  // The browser's own copies of what was read. It takes its time, which nobody need wait for.
  void tellApi("clear-cache").catch(() => {});
}

async function forgetCopies(): Promise<void> {
  await Promise.all(CACHES.map((kind) => caches.delete(cacheName(address().base, kind))));
}

async function forgetStories(): Promise<void> {
  const device = await deviceDatabase();
  await Promise.all([device.clear("kept"), device.clear("read")]);
}

/** The worker's own list of what it kept, and when that was last wanted. */
async function forgetAges(): Promise<void> {
  // Where there is none, opening it may not make one: the worker would find it without its parts.
  const ages = await openDB("workbox-expiration", undefined, {
    upgrade: (_database, _from, _to, transaction) => {
      transaction.done.catch(() => {});
      transaction.abort();
    },
  });
  const transaction = ages.transaction("cache-entries", "readwrite");
  for await (const cursor of transaction.store) {
    const entry: unknown = cursor.value;
    const isOurs = typeof entry === "object" && entry !== null && "cacheName" in entry && String(entry.cacheName).startsWith(prefix());
    if (isOurs) await cursor.delete();
  }
  await transaction.done;
  ages.close();
}

/** Its code is what the search would wait for else. */
const endAlerts = async (): Promise<void> => (await import("../../alerts/background.ts")).endAlerts();

const prefix = (): string => cachePrefix(address().base);
