import type { LastingEvent } from "./scope.ts";

/** The kill switch: stands in the place of the worker, clears what it kept, and is gone. Only types are imported, so that nothing can go wrong here. */
interface RetiringScope {
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
}

declare const self: RetiringScope;

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(clear().then(() => self.registration.unregister())));

async function clear(): Promise<void> {
  const edition = `broadsheet:${new URL(self.registration.scope).pathname}`;
  const ours = (await caches.keys()).filter((name) => name.startsWith(`${edition}:`));
  indexedDB.deleteDatabase(edition);
  await Promise.all(ours.map((name) => caches.delete(name)));
}
