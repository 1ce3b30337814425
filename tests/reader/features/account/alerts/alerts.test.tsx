import { screen, waitFor, within } from "@testing-library/react";
import * as v from "valibot";
import { beforeEach, expect, test, vi } from "vitest";
import { type Alerts, alertSettingsAtFirst, AlertSettingsSchema, NewAlertDeviceSchema } from "#content/alerts/alerts.ts";
import { changeLibrary } from "#reader/data/library/library.ts";
import { anEdition } from "../../../../support/anArticle.ts";
import { standInForCaches } from "../../../../support/cacheStandIn.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { type Answer, renderApp } from "../../../../support/renderApp.tsx";

anOwnLibrary();

const AT_FIRST = alertSettingsAtFirst("UTC", "en");
const ENDPOINT = "https://push.example/a";

/** What the server of alerts knows, and what it was told. */
let alerts: Alerts;
let told: [path: string, body: unknown][];
let refuses: string | undefined;
let ended: number;
let stored: ReturnType<typeof standInForCaches>;

beforeEach(() => {
  stored = standInForCaches();
  alerts = { key: "BKey", devices: [], gone: [], on: false, settings: AT_FIRST };
  told = [];
  refuses = undefined;
  ended = 0;
  subscribed = false;
  replaces = false;
  Object.defineProperty(navigator, "serviceWorker", { value: undefined, configurable: true });
});

const BodySchemas = { settings: AlertSettingsSchema, device: NewAlertDeviceSchema, id: v.object({ id: v.string() }) };

function answer(path: string, body: unknown): Response {
  told.push([path, body]);
  if (refuses !== undefined) return Response.json({ code: refuses }, { status: 409 });
  const { devices } = alerts;
  if (path === "") alerts = { ...alerts, on: true, settings: v.parse(BodySchemas.settings, body) };
  if (path === "/devices/add") {
    const { label } = v.parse(BodySchemas.device, body);
    alerts = { ...alerts, on: true, devices: [...(replaces ? [] : devices), { id: "new", label, addedAt: "2026-05-01T10:00:00Z" }] };
  }
  if (path === "/devices/remove") {
    const { id } = v.parse(BodySchemas.id, body);
    alerts = { ...alerts, devices: devices.filter((device) => device.id !== id) };
  }
  if (path === "/off") alerts = { ...alerts, on: false, devices: [], settings: AT_FIRST };
  return Response.json(alerts);
}

/** Whether the server puts the device in the place of the one that was there, as it does where it has the same subscription. */
let replaces: boolean;

/** Whether the browser has a subscription. It drops it itself at times. */
let subscribed: boolean;

/** A browser that receives pushes, as far as its reader allows it. */
function canPush(permission: NotificationPermission, keys = { p256dh: "B".repeat(87), auth: "A".repeat(22) }): void {
  const subscription = {
    endpoint: ENDPOINT,
    options: { applicationServerKey: null },
    toJSON: () => ({ endpoint: ENDPOINT, keys }),
    unsubscribe: async () => (ended += 1) > 0,
  };
  const subscribe = vi.fn(async () => ((subscribed = true), subscription));
  const pushManager = { subscribe, getSubscription: async () => (subscribed ? subscription : null) };
  Object.defineProperty(navigator, "serviceWorker", { value: { getRegistration: async () => ({ pushManager }) }, configurable: true });
  vi.stubGlobal("PushManager", vi.fn());
  vi.stubGlobal("Notification", { permission, requestPermission: async () => permission });
}

async function openAccount(account: { email: string } | null = { email: "ada@example.org" }) {
  const app = await renderApp("/account", {
    "edition.json": { ...anEdition, accounts: true },
    "/api/account": { account, providers: { twitter: false } },
    "/api/account/sessions": { sessions: [] },
    "/api/account/passkeys": { passkeys: [] },
    "/api/sign-out": { ok: true },
    "topic/mars.json": { kind: "topic", slug: "mars", name: "Mars", count: 0, fullPages: 0, related: [], days: [] },
    ...Object.fromEntries(["", "/devices/add", "/devices/remove", "/off"].map((path) => [`/api/alerts${path}`, serverOf(path)])),
  });
  return { ...app, section: within(account ? await screen.findByRole("region", { name: "Alerts" }) : document.body) };
}

const serverOf =
  (path: string): Answer =>
  ({ method, body }) =>
    method === "POST" ? answer(path, JSON.parse(typeof body === "string" ? body : "")) : Response.json(alerts);

const follow = (slug: string, name: string) =>
  changeLibrary("followed", `topic:${slug}`, { kind: "topic", slug, name, followedAt: 1, seenAt: 1 });

test("what is followed on the device is chosen at first, and the server learns it when it is saved", async () => {
  await follow("nasa", "NASA");
  await follow("tides", "Tides");
  const { user, section } = await openAccount();
  expect(await section.findByRole("checkbox", { name: "NASA" })).toBeChecked();
  await user.click(section.getByRole("checkbox", { name: "Tides" }));
  await user.selectOptions(section.getByRole("combobox", { name: "Breaking news" }), "My subjects only");
  await user.selectOptions(section.getByRole("combobox", { name: "Maximum per day" }), "3");
  await user.selectOptions(section.getByRole("combobox", { name: "Digest by email" }), "Weekly");
  await user.selectOptions(section.getByRole("combobox", { name: "Until" }), "08:00");
  expect(told).toEqual([]);
  await user.click(section.getByRole("button", { name: "Save alerts" }));
  expect(await section.findByText("Your alerts have been saved.")).toBeInTheDocument();
  expect(told).toEqual([
    [
      "",
      {
        subjects: [{ kind: "topic", slug: "nasa" }],
        breaking: "none",
        quiet: { from: "22:00", until: "08:00" },
        timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        perDay: 3,
        digest: "weekly",
        language: "en",
      },
    ],
  ]);
});

test("what was chosen on another device is shown by its name, and can be taken off; quiet hours can be switched off", async () => {
  await follow("nasa", "NASA");
  alerts = {
    ...alerts,
    on: true,
    settings: { ...AT_FIRST, subjects: [{ kind: "topic", slug: "mars" }], quiet: { from: "22:30", until: "06:00" } },
  };
  const { user, section } = await openAccount();
  const mars = await section.findByRole("checkbox", { name: "Mars" });
  expect(mars).toBeChecked();
  expect(section.getByRole("checkbox", { name: "NASA" })).not.toBeChecked();
  expect(section.getByRole("combobox", { name: "From" })).toHaveValue("22:30");
  await user.click(mars);
  await user.click(section.getByRole("checkbox", { name: "Quiet hours" }));
  await user.click(section.getByRole("button", { name: "Save alerts" }));
  await waitFor(() => expect(told).toMatchObject([["", { subjects: [], quiet: null }]]));
  expect(section.getByRole("checkbox", { name: "Mars" })).not.toBeChecked();
});

test("a device is added at a press, with what is chosen, and taken off when its reader signs out", async () => {
  canPush("granted");
  await follow("nasa", "NASA");
  const { user, section } = await openAccount();
  await user.click(await section.findByRole("button", { name: "Receive alerts on this device" }));
  expect(await section.findByText("This device now receives alerts.")).toBeInTheDocument();
  expect(told.map(([path]) => path)).toEqual(["", "/devices/add"]);
  expect(told[0]?.[1]).toMatchObject({ subjects: [{ kind: "topic", slug: "nasa" }] });
  expect(told[1]?.[1]).toMatchObject({ endpoint: ENDPOINT, keys: { auth: "A".repeat(22) } });
  expect(section.getByText("This device")).toBeInTheDocument();
  expect(section.queryByRole("button", { name: "Receive alerts on this device" })).toBeNull();
  expect(section.getByRole("heading", { name: "Devices that receive alerts" })).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Sign out" }));
  await screen.findByLabelText("Password");
  expect([told.at(-1), ended]).toEqual([["/devices/remove", { id: "new" }], 1]);
});

/** @param id of the device in the account */
function wasAdded(id: string): void {
  subscribed = true;
  localStorage.setItem("broadsheet:/:push", JSON.stringify(id));
}

test("a subscription that the browser has dropped can be made anew, in the place of the one before", async () => {
  canPush("granted");
  wasAdded("old");
  subscribed = false;
  alerts = { ...alerts, on: true, devices: [{ id: "old", label: "Chrome, Linux", addedAt: "2026-05-01T10:00:00Z" }] };
  const { user, section } = await openAccount();
  await user.click(await section.findByRole("button", { name: "Receive alerts on this device" }));
  expect(await section.findByText("This device now receives alerts.")).toBeInTheDocument();
  await waitFor(() => expect(alerts.devices.map(({ id }) => id)).toEqual(["new"]));
  expect(ended).toBe(0);
});

test("notifications that were blocked and are allowed again: the same subscription takes the place of the one before", async () => {
  canPush("granted");
  wasAdded("old");
  subscribed = false;
  replaces = true;
  alerts = { ...alerts, on: true, devices: [{ id: "old", label: "Safari, Mac", addedAt: "2026-05-01T10:00:00Z" }] };
  const { user, section } = await openAccount();
  await user.click(await section.findByRole("button", { name: "Receive alerts on this device" }));
  expect(await section.findByText("This device now receives alerts.")).toBeInTheDocument();
  expect(section.queryByRole("alert")).toBeNull();
  expect(told.map(([path]) => path)).not.toContain("/devices/remove");
  expect(ended).toBe(0);
});

test("a device that no push reached at last is not forgotten: it may come back", async () => {
  canPush("granted");
  wasAdded("mine");
  alerts = { ...alerts, on: true, gone: ["mine"] };
  const { section } = await openAccount();
  expect(await section.findByRole("button", { name: "Receive alerts on this device" })).toBeInTheDocument();
  expect(ended).toBe(0);
  expect(localStorage.getItem("broadsheet:/:push")).toBe('"mine"');
});

test("another account on the same device ends the alerts of the one before", async () => {
  canPush("granted");
  wasAdded("of somebody else");
  const { section } = await openAccount();
  expect(await section.findByRole("button", { name: "Receive alerts on this device" })).toBeInTheDocument();
  await waitFor(() => expect(ended).toBe(1));
});

test("a session that has ended by itself ends the alerts on this device", async () => {
  canPush("granted");
  wasAdded("old");
  await openAccount(null);
  await waitFor(() => expect(ended).toBe(1));
});

test("a device can be removed from afar, which leaves this one's subscription alone", async () => {
  canPush("granted");
  alerts = { ...alerts, on: true, devices: [{ id: "old", label: "Firefox, Android", addedAt: "2026-05-01T10:00:00Z" }] };
  const { user, section } = await openAccount();
  await user.click(await section.findByRole("button", { name: "Remove the device: Firefox, Android" }));
  expect(await section.findByText("No device receives alerts yet.")).toBeInTheDocument();
  expect(ended).toBe(0);
});

test("all is turned off at a press, and the server has nothing left", async () => {
  canPush("granted");
  await follow("nasa", "NASA");
  const { user, section } = await openAccount();
  await user.click(await section.findByRole("button", { name: "Receive alerts on this device" }));
  const off = await section.findByRole("button", { name: "Turn off all alerts" });
  expect(stored.has("broadsheet:/:push")).toBe(true);
  await user.click(off);
  expect(await section.findByText(/Alerts are off/u)).toBeInTheDocument();
  expect([told.at(-1)?.[0], ended]).toEqual(["/off", 1]);
  expect(stored.has("broadsheet:/:push")).toBe(false);
  expect(section.queryByRole("button", { name: "Turn off all alerts" })).toBeNull();
  expect(document.activeElement).not.toBe(document.body);
});

test.each([
  ["blocks notifications", () => canPush("denied"), /Notifications are blocked/u],
  ["gives a subscription that is none", () => canPush("granted", { p256dh: "", auth: "" }), /could not register for alerts/u],
])("a browser that %s: it is said, and the server hears of nothing", async (_name, prepare, said) => {
  prepare();
  const { user, section } = await openAccount();
  await user.click(await section.findByRole("button", { name: "Receive alerts on this device" }));
  expect(await section.findByText(said)).toBeInTheDocument();
  expect(told).toEqual([]);
});

test("a browser that cannot receive alerts is said to, and what to do instead; on an iPhone, to install the paper", async () => {
  const { section } = await openAccount();
  expect(await section.findByText(/choose the digest by email/u)).toBeInTheDocument();
  expect(section.queryByRole("button", { name: "Receive alerts on this device" })).toBeNull();
});

test("on an iPhone the paper is to be installed first", async () => {
  Object.defineProperty(navigator, "standalone", { value: false, configurable: true });
  try {
    const { section } = await openAccount();
    expect(await section.findByText(/Add to Home Screen/u)).toBeInTheDocument();
  } finally {
    Reflect.deleteProperty(navigator, "standalone");
  }
});

test("what the server refuses is said with a way on, and nothing counts as saved", async () => {
  refuses = "no-address";
  const { user, section } = await openAccount();
  await user.click(await section.findByRole("button", { name: "Save alerts" }));
  expect(await section.findByText(/has no email address that a digest could be sent to/u)).toBeInTheDocument();
  expect(section.queryByText("Your alerts have been saved.")).toBeNull();
});
