import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type DeviceAlerts, readAlerts, writeAlerts } from "#content/alerts/deviceAlerts.ts";
import { changeOf } from "#reader/data/library/change.ts";
import { libraryStore } from "#reader/data/library/libraryStore.ts";
import { anArticle, anArticlePage } from "../support/anArticle.ts";
import { standInForCaches } from "../support/cacheStandIn.ts";

const HOME = "https://post.example/paper/";
const begun: DeviceAlerts = { data: `${HOME}data/`, front: HOME, known: ["old"], unseen: [] };

const listeners = new Map<string, (event: object) => void>();
const shown: { title: string; options: NotificationOptions }[] = [];
const badges: number[] = [];
const went: string[] = [];
let badge = async (count: number) => void badges.push(count);
let windows: { url: string; focus: () => Promise<unknown>; navigate: (url: string) => Promise<unknown> }[] = [];
let files: Record<string, unknown> = {};
/** What happens while the worker asks the server. */
let meanwhile = async () => {};

const NASA = { kind: "topic" as const, slug: "nasa", name: "NASA", followedAt: 1, seenAt: 1 };

beforeAll(async () => {
  vi.stubGlobal("self", {
    broadsheet: { version: "1", base: "/paper/", fronts: ["/paper/"], data: "/paper/data/", shell: [], digests: {} },
    location: { origin: "https://post.example" },
    navigator: { setAppBadge: (count: number) => badge(count) },
    registration: {
      scope: HOME,
      showNotification: async (title: string, options: NotificationOptions) => void shown.push({ title, options }),
    },
    // Only the pages that the worker controls, unless it asks for others.
    clients: {
      matchAll: async (about: object) => ("includeUncontrolled" in about ? [...windows, stranger] : windows),
      openWindow: async (url: string) => void went.push(`opened ${url}`),
    },
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  });
  vi.stubGlobal("fetch", async (url: string) => {
    const file = files[url.slice(`${HOME}data/`.length)];
    await meanwhile();
    return file === undefined ? new Response("", { status: 404 }) : file instanceof Response ? file : Response.json(file);
  });
  // Another test may have loaded the settings of its own paper.
  vi.resetModules();
  (await import("../../src/worker/watchAlerts.ts")).watchAlerts();
});

afterAll(() => vi.unstubAllGlobals());

beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("Notification", { permission: "granted" });
  standInForCaches();
  for (const list of [shown, badges, went]) list.length = 0;
  windows = [];
  meanwhile = async () => {};
  badge = async (count) => void badges.push(count);
  const story = (slug: string, topic: string) =>
    anArticlePage({ article: anArticle({ slug, headline: `About ${topic}`, topics: [{ slug: topic, name: topic }], inLanguage: "en" }) });
  files = {
    "fresh.json": { newest: ["landing", "harbour", "old"], changed: [] },
    "article/landing.json": story("landing", "nasa"),
    "article/harbour.json": story("harbour", "delft"),
  };
});

const cache = () => caches.open("broadsheet:/paper/:alerts");

async function follow(): Promise<void> {
  const store = libraryStore("broadsheet-library:/paper/");
  await store.change([
    changeOf("followed", "topic:nasa", () => NASA),
    changeOf("followed", "topic:delft", () => ({ ...NASA, slug: "delft" })),
  ]);
  await store.change([changeOf("followed", "topic:delft", () => null)]);
  await store.close();
}

/** Has the worker do what it is woken for. */
async function wake(type: string, event: object): Promise<void> {
  let done: Promise<unknown> = Promise.resolve();
  listeners.get(type)?.({ ...event, waitUntil: (work: Promise<unknown>) => (done = work) });
  await done;
}

const look = () => wake("periodicsync", { tag: "broadsheet-alerts" });

it("shows a new story of what is followed on the device, counts it, and does so once", async () => {
  await follow();
  await writeAlerts(await cache(), begun);
  await look();
  expect(shown).toEqual([
    {
      title: "About nasa",
      options: expect.objectContaining({ body: "NASA", tag: "landing", lang: "en", data: { navigate: `${HOME}article/landing` } }),
    },
  ]);
  expect(badges).toEqual([1]);
  expect(await readAlerts(await cache())).toMatchObject({ known: ["landing", "harbour", "old"], unseen: [{ slug: "landing" }] });
  await look();
  expect(shown).toHaveLength(1);
});

it("counts without leave to show notifications, and shows none", async () => {
  vi.stubGlobal("Notification", { permission: "default" });
  await follow();
  await writeAlerts(await cache(), begun);
  await look();
  expect([shown, badges]).toEqual([[], [1]]);
});

it("shows the notifications where the browser refuses a badge", async () => {
  badge = () => Promise.reject(new DOMException("not installed", "NotAllowedError"));
  await follow();
  await writeAlerts(await cache(), begun);
  await look();
  expect(shown).toHaveLength(1);
});

it("shows and remembers nothing where alerts are switched off while it looks", async () => {
  await follow();
  await writeAlerts(await cache(), begun);
  meanwhile = async () => void (await caches.delete("broadsheet:/paper/:alerts"));
  await look();
  expect([shown, badges]).toEqual([[], []]);
  expect(await readAlerts(await cache())).toBeUndefined();
});

it("asks for nothing where alerts are off, or where it is woken for something else", async () => {
  await follow();
  files = {};
  await look();
  await writeAlerts(await cache(), begun);
  await wake("periodicsync", { tag: "another" });
  expect(await readAlerts(await cache())).toEqual(begun);
});

it("takes nothing for looked at where the server fails", async () => {
  await follow();
  await writeAlerts(await cache(), begun);
  files["article/harbour.json"] = new Response("", { status: 503 });
  await expect(look()).rejects.toThrow("503");
  expect(await readAlerts(await cache())).toEqual(begun);
  expect(shown).toEqual([]);
});

it("makes no library where there is none", async () => {
  await writeAlerts(await cache(), begun);
  await expect(look()).rejects.toThrow();
  expect(await indexedDB.databases()).toEqual([]);
});

const NEWS = {
  title: "The landing",
  body: "Live from the control room",
  navigate: `${HOME}article/landing`,
  lang: "nl",
  dir: "ltr",
  tag: "landing",
  silent: true,
};

it("shows what is pushed where the browser has not done so itself", async () => {
  await wake("push", { data: { json: () => ({ web_push: 8030, notification: { ...NEWS, data: {} } }) } });
  const { title, navigate, ...options } = NEWS;
  expect(shown).toEqual([{ title, options: { ...options, icon: `${HOME}icon-192.png`, data: { navigate } } }]);
});

it.each([
  ["nothing", null],
  ["no JSON", { json: () => JSON.parse("<html>") }],
  ["a message of another version", { json: () => ({ web_push: 9000, notification: { title: "?" } }) }],
])("shows a plain notice where %s is pushed", async (_name, data) => {
  await wake("push", { data });
  expect(shown).toEqual([{ title: "post.example", options: { icon: `${HOME}icon-192.png` } }]);
});

const press = (data: unknown) => wake("notificationclick", { notification: { data, close: () => went.push("closed") } });
const aWindow = (url: string) => {
  const window = {
    url,
    focus: async () => (went.push(`focused ${url}`), window),
    navigate: async (to: string) => (went.push(`went to ${to}`), window),
  };
  return window;
};

it("opens the story in the window that shows it, else in one of the paper, else in another", async () => {
  const navigate = `${HOME}article/landing`;
  windows = [aWindow("https://post.example/shop"), aWindow(`${HOME}latest`), aWindow(navigate)];
  await press({ navigate });
  expect(went.splice(0)).toEqual(["closed", `focused ${navigate}`]);
  windows.pop();
  await press({ navigate });
  expect(went.splice(0)).toEqual(["closed", `focused ${HOME}latest`, `went to ${navigate}`]);
  windows.pop();
  await press({ navigate });
  expect(went.splice(0)).toEqual(["closed", `opened ${navigate}`]);
});

/** An open page that the worker does not control. A browser lets one press focus a window or open one, not both. */
const stranger = { ...aWindow(`${HOME}latest`), navigate: () => Promise.reject(new TypeError("not controlled")) };

it("opens another window beside pages that it does not control, and where the one that is open does not obey", async () => {
  await press({ navigate: `${HOME}article/landing` });
  expect(went.splice(0)).toEqual(["closed", `opened ${HOME}article/landing`]);
  windows = [{ ...aWindow(HOME), focus: async () => ({ navigate: () => Promise.reject(new TypeError("not controlled")) }) }];
  await press({ navigate: `${HOME}article/landing` });
  expect(went).toEqual(["closed", `opened ${HOME}article/landing`]);
});

it("leads to no other place than the paper", async () => {
  await press({ navigate: "https://elsewhere.example/" });
  await press(null);
  expect(went).toEqual(["closed", `opened ${HOME}`, "closed", `opened ${HOME}`]);
});
