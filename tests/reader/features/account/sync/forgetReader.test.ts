import { afterEach, expect, test, vi } from "vitest";
import { forgetReader } from "#reader/features/account/sync/forgetReader.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { standInForCaches } from "../../../../support/cacheStandIn.ts";

anOwnLibrary();
afterEach(() => {
  for (const name of ["serviceWorker", "setAppBadge"]) Reflect.deleteProperty(navigator, name);
  vi.unstubAllGlobals();
});

test("no notice, number or background check stays of the alerts of a reader who has signed out", async () => {
  standInForCaches();
  vi.stubGlobal("fetch", async () => Response.json({}));
  const done: string[] = [];
  const registration = {
    periodicSync: { getTags: async () => ["broadsheet-alerts"], unregister: async (tag: string) => void done.push(tag) },
    getNotifications: async () => [{ close: () => done.push("closed") }],
  };
  Object.defineProperty(navigator, "serviceWorker", { value: { getRegistration: async () => registration }, configurable: true });
  Object.defineProperty(navigator, "setAppBadge", { value: async (count: number) => void done.push(`badge ${count}`), configurable: true });
  await forgetReader();
  expect(done.toSorted()).toEqual(["badge 0", "broadsheet-alerts", "closed"]);
});
