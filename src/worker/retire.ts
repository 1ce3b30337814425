import type { LastingEvent } from "./scope.ts";

/** The kill switch: replaces the worker, deletes what it stored, and unregisters. It imports only types, so that nothing can go wrong. */
interface RetiringScope {
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate" | "fetch", listener: (event: LastingEvent) => void): void;
}

declare const self: RetiringScope;

// The old worker may wake up once more for a request. Chromium then lets it run for half a minute, unless skipWaiting is called again.
let retry: ReturnType<typeof setInterval> | undefined;
self.addEventListener("install", (event) => {
  retry = setInterval(() => void self.skipWaiting(), 500);
  event.waitUntil(self.skipWaiting());
});
self.addEventListener("activate", (event) => {
  clearInterval(retry);
  event.waitUntil(retire());
});
// A browser that was closed meanwhile does not repeat the activation: the next request does the work. Its response comes from the network.
self.addEventListener("fetch", (event) => event.waitUntil(retire()));

async function retire(): Promise<void> {
  const edition = `broadsheet:${new URL(self.registration.scope).pathname}`;
  const ours = (await caches.keys()).filter((name) => name.startsWith(`${edition}:`));
  indexedDB.deleteDatabase(edition);
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
