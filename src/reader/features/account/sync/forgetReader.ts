import { openDB } from "idb";
import { type CacheKind, cacheName, cachePrefix } from "#content/serviceWorker.ts";
import { postApi } from "../../../data/api.ts";
import { address } from "../../../edition/address.ts";
import { forgetLinks } from "../../../device/outsideLinks.ts";
import { stopJobs } from "../../../device/kept/jobs.ts";
import { deviceDatabase } from "../../../device/deviceDatabase.ts";
import { withdrawOffer } from "../../../toasts/offers.ts";
import { library } from "../../../data/library/library.ts";
import { noteSync } from "./syncState.ts";

/** The caches of what was read or kept; the others hold the app itself. */
const CACHES: CacheKind[] = ["pages", "data", "pictures", "search", "kept", "alerts", "push"];

/** Settings for display, reading aloud and the library, which reveal nothing about what was read. */
const STAYS = /^broadsheet-(?:settings|listen)$|:library$/u;

/** Removes the reader's data from this device and every tab: the library, links to other sites, copies of stories, recent searches. */
export async function forgetReader(): Promise<void> {
  noteSync(undefined);
  withdrawOffer("undo");
  withdrawOffer("continue");
  withdrawOffer("listen");
  for (const key of Object.keys(localStorage)) if (key.startsWith("broadsheet") && !STAYS.test(key)) localStorage.removeItem(key);
  await library().empty();
  // They would store more of what is removed.
  await stopJobs();
  // A browser that stores none of these has nothing to forget.
  await Promise.allSettled([forgetCopies(), forgetStories(), forgetAges(), forgetLinks(), endAlerts()]);
  // The browser's HTTP cache. Clearing it takes time, and nobody needs to wait for it.
  void postApi("clear-cache").catch(() => {});
}

async function forgetCopies(): Promise<void> {
  await Promise.all(CACHES.map((kind) => caches.delete(cacheName(address().base, kind))));
}

async function forgetStories(): Promise<void> {
  const device = await deviceDatabase();
  await Promise.all([device.clear("kept"), device.clear("read")]);
}

/** The worker's list of what it cached, and when that was last used. */
async function forgetAges(): Promise<void> {
  // Opening it must not create it: the worker would find a database without its object stores.
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

/** Imported on demand: otherwise the search would have to wait for its code. */
const endAlerts = async (): Promise<void> => (await import("../../alerts/background.ts")).endAlerts();

const prefix = (): string => cachePrefix(address().base);
