import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";
import { alive, journey } from "../support/journey.ts";

/** Each takes one kind of storage from the pages of a context, as private windows, policies and full disks do. */
const TAKEN: Record<string, (context: BrowserContext) => Promise<unknown>> = {
  localStorage: (context) =>
    context.addInitScript(() =>
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("Denied", "SecurityError");
        },
      }),
    ),
  indexedDB: (context) =>
    context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("Denied", "SecurityError");
      };
    }),
  caches: (context) =>
    context.addInitScript(() => {
      const denied = () => Promise.reject(new DOMException("Denied", "SecurityError"));
      Object.assign(CacheStorage.prototype, { open: denied, match: denied, keys: denied, has: denied, delete: denied });
    }),
  "a database that lacks its stores": async (context) => {
    const page = context.pages()[0]!;
    const count = () => page.evaluate(async () => (await indexedDB.databases()).length);
    // That of the library, and that of the stories on the device.
    for (const [index, path] of ["/saved", "/offline"].entries()) {
      await page.goto(new URL(path, page.url()).href);
      await expect.poll(count).toBeGreaterThan(index);
    }
    await page.goto(new URL("/data/edition.json", page.url()).href);
    await page.evaluate(async () => {
      const done = (request: IDBOpenDBRequest) =>
        new Promise<IDBDatabase>((resolve, reject) =>
          Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }),
        );
      for (const { name = "", version } of await indexedDB.databases()) {
        // The worker holds one of its own open, and nothing waits for its end.
        if (name.startsWith("workbox")) continue;
        await done(indexedDB.deleteDatabase(name));
        (await done(indexedDB.open(name, version))).close();
      }
    });
  },
  // None of these hides another.
  "sessionStorage, the worker, a channel between the tabs or the storage manager": (context) =>
    context.addInitScript(() => {
      const error = () => new DOMException("Denied", "SecurityError");
      const denied = () => Promise.reject(error());
      Object.defineProperty(window, "sessionStorage", {
        get: () => {
          throw error();
        },
      });
      const BroadcastChannel = function () {
        throw error();
      };
      Object.assign(window, { BroadcastChannel });
      ServiceWorkerContainer.prototype.register = denied;
      Object.assign(StorageManager.prototype, { estimate: denied, persist: denied, persisted: denied });
    }),
};

journey.for(Object.keys(TAKEN))("where %s throws, one reads, moves on, saves and searches all the same", async (name, { visit }) => {
  // Any uncaught error is a complaint, and ends the visit as a failure.
  const { page, context, overlook } = await visit("/", { worker: true });
  overlook(/^(?!Uncaught).*(?:preload|SecurityError: Denied)/u);
  await TAKEN[name]?.(context);
  await page.goto(new URL("/article/operation-rescue", page.url()).href);
  await alive(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
  await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
  await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
  for (const path of ["/saved", "/history", "/catch-up", "/highlights", "/following", "/offline", "/search?q=europol"]) {
    await page.goto(new URL(path, page.url()).href);
    await page.locator("h1").first().waitFor();
  }
  await page
    .getByRole("link", { name: /Europol/u })
    .first()
    .waitFor();
  expect(await page.locator("h1").count()).toBe(1);
});

journey("where the device has no more room, saving says so, and does not promise", async ({ visit, site }) => {
  const { page, context, overlook } = await visit("/icon.svg", { worker: true, waits: false });
  overlook(/Quota/u);
  // Before there is a database: for one that is open, Chromium remembers for a while how much room there was.
  const origin = new URL(site.address).origin;
  await (await context.newCDPSession(page)).send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await page.goto(`${site.address}article/operation-rescue`);
  await alive(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("This device has run out of space.", { exact: false }).waitFor();
  expect(await page.getByText("Saved on this device").count()).toBe(0);
});
