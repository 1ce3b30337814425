import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { storeRegistered } from "#content/alerts/pushSubscription.ts";
import { standInForCaches } from "../support/cacheStandIn.ts";
import { KEYS, PushManagerStandIn, type Subscription } from "../support/pushManager.ts";

const CACHE = "broadsheet:/paper/:push";
const OLD = { endpoint: "https://push.example/old", auth: "O".repeat(22) };

const listeners = new Map<string, (event: object) => void>();
let manager: PushManagerStandIn;
let kept: Map<string, Map<string, string>>;
let told: { url: string; request: { body: string } }[];
let answer: () => Response | Promise<Response>;
/** What happens before the worker has the lock. */
let before: ((lock: string) => Promise<void>) | undefined;

beforeAll(async () => {
  vi.stubGlobal("self", {
    broadsheet: { version: "1", base: "/paper/", fronts: ["/paper/"], data: "/paper/data/", shell: [], digests: {} },
    location: { origin: "https://post.example" },
    registration: {
      scope: "https://post.example/paper/",
      get pushManager() {
        return manager;
      },
    },
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  });
  vi.stubGlobal("navigator", {
    locks: {
      request: async (name: string, work: () => Promise<void>) => {
        await before?.(name);
        return work();
      },
    },
  });
  vi.stubGlobal("fetch", async (url: string, request: { body: string }) => {
    told.push({ url, request });
    return answer();
  });
  // Another test may have loaded the settings of its own paper.
  vi.resetModules();
  (await import("../../src/worker/watchAlerts.ts")).watchAlerts();
});

afterAll(() => vi.unstubAllGlobals());

beforeEach(async () => {
  vi.stubGlobal("Notification", { permission: "granted" });
  kept = standInForCaches();
  manager = new PushManagerStandIn();
  told = [];
  before = undefined;
  answer = () => Response.json({ ok: true });
  await storeRegistered(CACHE, { ...OLD, key: "BKey" });
});

/** As a browser says that it has ended a subscription, and perhaps made another. */
async function change(made?: Subscription | null): Promise<void> {
  let done: Promise<unknown> | undefined;
  listeners.get("pushsubscriptionchange")?.({ newSubscription: made, waitUntil: (work: Promise<unknown>) => (done = work) });
  await done;
}

const bodies = (): unknown[] => told.map(({ request }) => JSON.parse(request.body));
const known = (): unknown => JSON.parse(kept.get(CACHE)?.get("/push.json") ?? "null");

it.each([
  ["says so without a subscription, as Firefox before 137", undefined],
  ["has made none", null],
])("subscribes anew with the key of before where the browser %s, and tells the server", async (_name, made) => {
  await change(made);
  const endpoint = "https://push.example/made-1";
  expect(manager.asked).toEqual([{ userVisibleOnly: true, applicationServerKey: "BKey" }]);
  expect(told).toMatchObject([
    { url: "/paper/api/alerts/devices/renew", request: { method: "POST", headers: { "Content-Type": "application/json" } } },
  ]);
  expect(bodies()).toEqual([{ old: OLD, endpoint, keys: KEYS }]);
  expect(known()).toEqual({ endpoint, auth: KEYS.auth, key: "BKey" });
});

it("tells the server of the subscription that the browser has made itself, once", async () => {
  const made = manager.replace("https://push.example/new");
  await change(made);
  await change(made);
  expect(manager.asked).toEqual([]);
  expect(bodies()).toEqual([{ old: OLD, endpoint: made.endpoint, keys: KEYS }]);
});

it.each([
  ["cannot be reached", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["has another trouble", () => Response.json({ code: "server-error" }, { status: 500 })],
  ["is none, but a host that knows no such page", () => new Response("<html>", { status: 404 })],
])("remembers what the server knows where it %s, so that it is told later", async (_name, trouble) => {
  answer = trouble;
  await change();
  expect([told.length, known(), manager.ended]).toEqual([1, { ...OLD, key: "BKey" }, []]);
  answer = () => Response.json({ ok: true });
  await change();
  expect(bodies()[1]).toMatchObject({ old: OLD, endpoint: manager.current?.endpoint });
});

it("waits for a page that changes the subscription, and leaves alone what that has made", async () => {
  const made = manager.replace("https://push.example/new", "BOld");
  const locks: string[] = [];
  before = async (lock) => {
    locks.push(lock);
    await manager.current?.unsubscribe();
    const { endpoint } = await manager.subscribe({ applicationServerKey: "BNew" });
    await storeRegistered(CACHE, { endpoint, auth: KEYS.auth, key: "BNew" });
  };
  await change(made);
  expect([locks, told, manager.current?.endpoint]).toEqual([[CACHE], [], "https://push.example/made-1"]);
});

it("ends the subscription where the account has no such device any more", async () => {
  answer = () => Response.json({ code: "no-device" }, { status: 404 });
  await change();
  expect([manager.current, manager.ended, kept.has(CACHE)]).toEqual([null, ["https://push.example/made-1"], false]);
});

it("subscribes to nothing without permission, or where the device receives no alerts", async () => {
  vi.stubGlobal("Notification", { permission: "denied" });
  await change();
  expect(known()).toEqual({ ...OLD, key: "BKey" });
  vi.stubGlobal("Notification", { permission: "granted" });
  await caches.delete(CACHE);
  await change(manager.replace("https://push.example/new"));
  expect([manager.asked, told]).toEqual([[], []]);
});
