import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Alerts, alertSettingsAtFirst } from "#content/alerts/alerts.ts";
import { storeRegistered } from "#content/alerts/pushSubscription.ts";
import { renewForKey, renewPushDevice } from "#reader/features/account/alerts/renewPushDevice.ts";
import { anEdition } from "../../../../support/anArticle.ts";
import { standInForCaches } from "../../../../support/cacheStandIn.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { KEYS, PushManagerStandIn } from "../../../../support/pushManager.ts";
import { renderApp, settled } from "../../../../support/renderApp.tsx";

anOwnLibrary();

const CACHE = "broadsheet:/:push";
const RENEW = "/api/alerts/devices/renew";
const OLD = { endpoint: "https://push.example/old", auth: "O".repeat(22) };

let manager: PushManagerStandIn;
let kept: Map<string, Map<string, string>>;
let answer: Response;
let alerts: Alerts;

beforeEach(async () => {
  kept = standInForCaches();
  manager = new PushManagerStandIn();
  answer = Response.json({ ok: true });
  alerts = {
    key: "BKey",
    on: true,
    gone: [],
    devices: [{ id: "mine", label: "Firefox, Linux", addedAt: "2026-05-01T10:00:00Z" }],
    settings: alertSettingsAtFirst("UTC", "en"),
  };
  allow("granted");
  Object.defineProperty(navigator, "serviceWorker", {
    value: { getRegistration: async () => ({ pushManager: manager }) },
    configurable: true,
  });
  vi.stubGlobal("PushManager", vi.fn());
  await storeRegistered(CACHE, { ...OLD, key: "BKey" });
  localStorage.setItem("broadsheet:/:push", JSON.stringify("mine"));
});

afterEach(() => void Reflect.deleteProperty(navigator, "locks"));

const allow = (permission: NotificationPermission) => vi.stubGlobal("Notification", { permission });
const known = (): unknown => JSON.parse(kept.get(CACHE)?.get("/push.json") ?? "null");

const open = (path: string) =>
  renderApp(path, {
    "edition.json": { ...anEdition, accounts: true },
    "/api/account": { account: { email: "ada@example.org" }, providers: { twitter: false } },
    "/api/account/sessions": { sessions: [] },
    "/api/account/passkeys": { passkeys: [] },
    "/api/alerts": alerts,
    [RENEW]: answer,
  });
const settings = async () => within(await screen.findByRole("region", { name: "Alerts" }));

test("the app tells the server of a subscription that the browser has replaced, and keeps in mind that it did", async () => {
  manager.replace("https://push.example/new");
  const { asked } = await open("/following");
  await waitFor(() => expect(known()).toEqual({ endpoint: "https://push.example/new", auth: KEYS.auth, key: "BKey" }));
  expect([asked.filter((url) => url === RENEW).length, manager.asked]).toEqual([1, []]);
});

test("the app subscribes anew with the key of before where the browser has dropped the subscription", async () => {
  await open("/following");
  await waitFor(() => expect(known()).toMatchObject({ endpoint: "https://push.example/made-1" }));
  expect(manager.asked).toEqual([{ userVisibleOnly: true, applicationServerKey: "BKey" }]);
});

test("the server is told address and secret of before, with address and keys of now", async () => {
  const bodies: unknown[] = [];
  vi.stubGlobal("fetch", async (url: string, { body }: { body: string }) => {
    bodies.push([url, JSON.parse(body)]);
    return answer.clone();
  });
  manager.replace("https://push.example/new");
  await renewPushDevice();
  await renewPushDevice();
  expect(bodies).toEqual([[RENEW, { old: OLD, endpoint: "https://push.example/new", keys: KEYS }]]);
});

test.each([
  ["the subscription is the one that the server knows", () => void manager.replace(OLD.endpoint)],
  ["the account has no such device", () => localStorage.removeItem("broadsheet:/:push")],
  ["permission to show notifications is withdrawn", () => allow("denied")],
])("nothing is asked for where %s", async (_name, prepare) => {
  prepare();
  const { asked } = await open("/following");
  expect([asked.includes(RENEW), manager.asked, known()]).toEqual([false, [], { ...OLD, key: "BKey" }]);
});

test("a device that was removed from afar receives nothing any more", async () => {
  answer = Response.json({ code: "no-device" }, { status: 404 });
  await open("/following");
  await waitFor(() => expect(manager.ended).toEqual(["https://push.example/made-1"]));
  expect(kept.has(CACHE)).toBe(false);
});

test("a server that fails leaves the page as it is, and is told when the app is opened next", async () => {
  answer = Response.json({ code: "server-error" }, { status: 500 });
  const { asked } = await open("/following");
  await waitFor(() => expect(asked).toContain(RENEW));
  expect(screen.getByRole("heading", { level: 1 })).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
  expect([known(), localStorage.getItem("broadsheet:/:push")]).toEqual([{ ...OLD, key: "BKey" }, '"mine"']);
});

test("the settings show alerts as off on a device whose permission was withdrawn, also while they are open", async () => {
  const permission = new EventTarget();
  Object.defineProperty(navigator, "permissions", { value: { query: async () => permission }, configurable: true });
  manager.replace(OLD.endpoint);
  await open("/account");
  const section = await settings();
  expect(await section.findByText("This device")).toBeVisible();
  expect(section.queryByRole("button", { name: "Receive alerts on this device" })).toBeNull();
  allow("denied");
  act(() => void permission.dispatchEvent(new Event("change")));
  expect(await section.findByRole("button", { name: "Receive alerts on this device" })).toBeVisible();
  expect(section.queryByText("This device")).toBeNull();
  allow("granted");
  act(() => void permission.dispatchEvent(new Event("change")));
  expect(await section.findByText("This device")).toBeVisible();
  Reflect.deleteProperty(navigator, "permissions");
});

/** Alerts were switched on here when the server had another key. */
async function wasMadeWithAnotherKey(): Promise<void> {
  manager.replace(OLD.endpoint, "BOld");
  await storeRegistered(CACHE, { ...OLD, key: "BOld" });
}

test("a device whose subscription is of another key than the server's subscribes anew when the settings are opened", async () => {
  await wasMadeWithAnotherKey();
  const { asked } = await open("/account");
  const section = await settings();
  expect(await section.findByText("This device")).toBeVisible();
  expect(manager.asked).toEqual([{ userVisibleOnly: true, applicationServerKey: "BKey" }]);
  expect(manager.ended).toEqual([OLD.endpoint]);
  expect(asked.filter((url) => url === RENEW)).toHaveLength(1);
  expect(known()).toEqual({ endpoint: "https://push.example/made-1", auth: KEYS.auth, key: "BKey" });
});

test("where that fails the settings show alerts as off on the device, and the next start makes up for it", async () => {
  await wasMadeWithAnotherKey();
  const subscribe = manager.subscribe;
  manager.subscribe = () => Promise.reject(new DOMException("The push service does not answer.", "AbortError"));
  await open("/account");
  const section = await settings();
  expect(await section.findByRole("button", { name: "Receive alerts on this device" })).toBeVisible();
  expect(section.queryByText("This device")).toBeNull();
  expect(section.queryByRole("alert")).toBeNull();
  manager.subscribe = subscribe;
  await renewPushDevice();
  expect(manager.asked).toEqual([{ userVisibleOnly: true, applicationServerKey: "BKey" }]);
  expect(known()).toMatchObject({ endpoint: "https://push.example/made-1", key: "BKey" });
});

test("a button to receive alerts goes when the device could be renewed meanwhile", async () => {
  await wasMadeWithAnotherKey();
  const subscribe = manager.subscribe;
  manager.subscribe = () => Promise.reject(new DOMException("The push service does not answer.", "AbortError"));
  const { asked, go } = await open("/account");
  expect(await (await settings()).findByRole("button", { name: "Receive alerts on this device" })).toBeVisible();
  await go("/following");
  manager.subscribe = subscribe;
  await go("/account");
  await waitFor(() => expect(asked).toContain(RENEW));
  await settled();
  const section = await settings();
  expect(section.getByText("This device")).toBeVisible();
  expect(section.queryByRole("button", { name: "Receive alerts on this device" })).toBeNull();
});

/** As Web Locks are: whoever asks for one waits for those who asked before. */
function standInForLocks(): void {
  let last: Promise<unknown> = Promise.resolve();
  const request = async (_name: string, work: () => Promise<unknown>) => (last = last.catch(() => {}).then(work));
  Object.defineProperty(navigator, "locks", { value: { request }, configurable: true });
}

/** A server that knows a device by the address that it was told of last. */
function knowsTheNewestOnly(): unknown[] {
  const renewed: unknown[] = [];
  let current = OLD.endpoint;
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
    const { old, endpoint } = JSON.parse(body);
    if (old.endpoint !== current) return Response.json({ code: "no-device" }, { status: 404 });
    current = endpoint;
    renewed.push(endpoint);
    return Response.json({ ok: true });
  });
  return renewed;
}

test("two tabs that renew at once do not end each other's subscription", async () => {
  standInForLocks();
  await wasMadeWithAnotherKey();
  const renewed = knowsTheNewestOnly();
  expect(await Promise.all([renewForKey("BKey"), renewForKey("BKey"), renewPushDevice()])).toEqual([true, false, undefined]);
  const endpoint = "https://push.example/made-1";
  expect(renewed).toEqual([endpoint]);
  expect([manager.current?.endpoint, manager.ended]).toEqual([endpoint, [OLD.endpoint]]);
  expect(known()).toEqual({ endpoint, auth: KEYS.auth, key: "BKey" });
});

test("without permission a subscription of another key is left alone, and shown as off", async () => {
  allow("denied");
  await wasMadeWithAnotherKey();
  await open("/account");
  expect(await (await settings()).findByRole("button", { name: "Receive alerts on this device" })).toBeVisible();
  expect([manager.asked, manager.ended]).toEqual([[], []]);
});
