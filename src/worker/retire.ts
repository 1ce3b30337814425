import type { LastingEvent } from "./scope.ts";

/** The kill switch: stands in the place of the worker, clears what it kept, and is gone. Only types are imported, so that nothing can go wrong here. */
interface RetiringScope {
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate" | "fetch", listener: (event: LastingEvent) => void): void;
}

declare const self: RetiringScope;

// The worker before may wake up once more for a request; Chromium then gives it half a minute, unless it is asked again.
let again: ReturnType<typeof setInterval> | undefined;
self.addEventListener("install", (event) => {
  again = setInterval(() => void self.skipWaiting(), 500);
  event.waitUntil(self.skipWaiting());
});
self.addEventListener("activate", (event) => {
  clearInterval(again);
  event.waitUntil(retire());
});
// A browser that was closed meanwhile activates nothing a second time: the next page asks again. Its answer comes from the network.
self.addEventListener("fetch", (event) => event.waitUntil(retire()));

async function retire(): Promise<void> {
  const edition = `broadsheet:${new URL(self.registration.scope).pathname}`;
  const ours = (await caches.keys()).filter((name) => name.startsWith(`${edition}:`));
  indexedDB.deleteDatabase(edition);
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
