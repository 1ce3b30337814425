import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { rememberedAlerts } from "#reader/features/alerts/rememberedAlerts.ts";
import { compareNews, newsSeen } from "#reader/features/updates/news.ts";
import { changeLibrary } from "#reader/data/library/library.ts";
import { anArticle, anArticlePage } from "../../../support/anArticle.ts";
import { standInForCaches } from "../../../support/cacheStandIn.ts";
import { anOwnLibrary } from "../../../support/ownLibrary.ts";
import { type Files, renderApp, settled } from "../../../support/renderApp.tsx";

anOwnLibrary();

const TITLE = "Alert me to new stories about what I follow";
const BACKGROUND = "Also check while the paper is closed, and show notifications";

let badges: number[];
let tags: string[];

beforeEach(() => {
  standInForCaches();
  badges = [];
  tags = [];
  act(() => {
    compareNews({ newest: ["old"], changed: [] });
    newsSeen();
  });
  stand("setAppBadge", async (count: number) => void badges.push(count));
  stand("locks", { request: async (_name: string, work: () => unknown) => work() });
  stand("serviceWorker", undefined);
});

const stand = (name: string, value: unknown) => Object.defineProperty(navigator, name, { value, configurable: true });

/** What a browser has that looks in the background. @param allows whether it does so for this paper */
function background(permission: NotificationPermission, allows = true): void {
  const periodicSync = {
    register: async (tag: string) => {
      if (!allows) throw new DOMException("Not installed", "NotAllowedError");
      tags.push(tag);
    },
    unregister: async () => void tags.splice(0),
    getTags: async () => tags,
  };
  stand("serviceWorker", { getRegistration: async () => ({ periodicSync }) });
  vi.stubGlobal("Notification", {
    permission: "default",
    requestPermission: async () => (Object.assign(Notification, { permission }), permission),
  });
}

const story = (slug: string, topic: string) =>
  anArticlePage({ article: anArticle({ slug, headline: `About ${slug}`, topics: [{ slug: topic, name: topic }] }) });
const teaser = (slug: string) => ({ slug, headline: `About ${slug}`, datePublished: "2024-04-22T07:10:00Z", readingMinutes: 5 });
const list = (...slugs: string[]) => ({
  kind: "topic",
  slug: "nasa",
  name: "NASA",
  count: slugs.length,
  fullPages: 0,
  related: [],
  days: [{ date: "2024-04-22", teasers: slugs.map(teaser) }],
});

const files: Files = {
  "fresh.json": { newest: ["old"], changed: [] },
  "topic/nasa.json": list("old"),
  "latest.json": { ...list("old"), kind: "latest", slug: "", name: "" },
  "article/landing.json": story("landing", "nasa"),
  "article/rover.json": story("rover", "nasa"),
  "article/harbour.json": story("harbour", "delft"),
};

async function switchedOn() {
  await changeLibrary("followed", "topic:nasa", { kind: "topic", slug: "nasa", name: "NASA", followedAt: 1, seenAt: 1, seen: ["old"] });
  const app = await renderApp("/following", { ...files });
  await app.user.click(await screen.findByRole("checkbox", { name: TITLE }));
  await waitFor(async () => expect((await rememberedAlerts())?.known).toEqual(["old"]));
  await settled();
  return { ...app, learn: (...newest: string[]) => learn(app.served, newest) };
}

/** The page hears that something is new, as it does by asking now and then. */
async function learn(served: Files, newest: string[]): Promise<void> {
  served["fresh.json"] = { newest, changed: [] };
  act(() => compareNews({ newest, changed: [] }));
  await settled();
}

test("nothing is remembered or told until the reader switches it on", async () => {
  await changeLibrary("followed", "topic:nasa", { kind: "topic", slug: "nasa", name: "NASA", followedAt: 1, seenAt: 1 });
  const { served, asked } = await renderApp("/following", { ...files });
  expect(await screen.findByRole("checkbox", { name: TITLE })).not.toBeChecked();
  await learn(served, ["landing", "old"]);
  expect([asked.filter((file) => file.includes("article")), await rememberedAlerts(), badges]).toEqual([[], undefined, []]);
});

test("it is on once the device knows what was there before, and not where it was switched off meanwhile", async () => {
  const { user } = await renderApp("/following", { ...files });
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const asks = fetch;
  vi.stubGlobal("fetch", (...args: Parameters<typeof fetch>) => held.then(() => asks(...args)));
  const box = await screen.findByRole("checkbox", { name: TITLE });
  await user.click(box);
  expect(box).toBeChecked();
  expect(Object.entries(localStorage).filter(([key]) => key.endsWith(":alerts"))).toEqual([]);
  await user.click(box);
  release();
  await settled();
  expect(box).not.toBeChecked();
  expect(await rememberedAlerts()).toBeUndefined();
});

test("a new story of what is followed is told in the page and counted on the icon until it is opened", async () => {
  const { user, go, learn } = await switchedOn();
  await go("/latest");
  await learn("harbour", "landing", "old");
  const notice = await screen.findByRole("button", { name: "New in NASA: About landing" });
  expect(badges).toEqual([0, 1]);
  await user.click(notice);
  await screen.findByRole("heading", { level: 1, name: "About landing" });
  await waitFor(() => expect(badges).toEqual([0, 1, 0]));
});

test("several lead to the page of what is followed, which shows them and has seen them", async () => {
  const { user, go, served, learn } = await switchedOn();
  await go("/latest");
  served["topic/nasa.json"] = list("rover", "landing", "old");
  await learn("rover", "landing", "old");
  await user.click(await screen.findByRole("button", { name: "2 new stories about what you follow" }));
  expect(await screen.findByRole("checkbox", { name: TITLE })).toBeChecked();
  await waitFor(() => expect(badges).toEqual([0, 2, 0]));
  expect((await rememberedAlerts())?.unseen).toEqual([]);
});

test("the topic's own page has seen its stories, another page has not", async () => {
  const { go, learn } = await switchedOn();
  await go("/latest");
  await learn("landing", "old");
  await go("/article/harbour");
  expect(badges).toEqual([0, 1]);
  await go("/topic/nasa");
  await waitFor(() => expect(badges).toEqual([0, 1, 0]));
  expect(screen.queryByRole("button", { name: /New in NASA/u })).toBeNull();
});

test("what comes while the page of what is followed is open is told there as well", async () => {
  const { learn } = await switchedOn();
  await learn("landing", "old");
  expect(await screen.findByRole("button", { name: "New in NASA: About landing" })).toBeInTheDocument();
});

test("switched off, nothing is remembered, and the badge and the notice go", async () => {
  const { user, learn } = await switchedOn();
  await learn("landing", "old");
  await screen.findByRole("button", { name: "New in NASA: About landing" });
  await user.click(screen.getByRole("checkbox", { name: TITLE }));
  await waitFor(async () => expect(await rememberedAlerts()).toBeUndefined());
  expect(badges.at(-1)).toBe(0);
  expect(screen.queryByRole("button", { name: /New in NASA/u })).toBeNull();
});

test("it stays off, and says so, where the newest stories do not come", async () => {
  const { user } = await renderApp("/following", { ...files, "fresh.json": new Error("offline") });
  await user.click(await screen.findByRole("checkbox", { name: TITLE }));
  expect(await screen.findByText(/could not be loaded, so alerts are still off/u)).toBeInTheDocument();
  expect(screen.getByRole("checkbox", { name: TITLE })).not.toBeChecked();
});

test("a browser that cannot look in the background is said to", async () => {
  await switchedOn();
  expect(await screen.findByText(/does not check for new stories while the paper is closed/u)).toBeInTheDocument();
});

test("looking in the background begins at a press, with leave to show notifications, and ends at another", async () => {
  background("granted");
  const { user } = await switchedOn();
  const box = await screen.findByRole("checkbox", { name: BACKGROUND });
  expect(tags).toEqual([]);
  await user.click(box);
  await waitFor(() => expect(box).toBeChecked());
  expect(tags).toEqual(["broadsheet-alerts"]);
  await user.click(box);
  await waitFor(() => expect(box).not.toBeChecked());
  expect(tags).toEqual([]);
});

test("looking in the background is shown as off without permission to show notifications, which may be withdrawn", async () => {
  background("granted");
  tags = ["broadsheet-alerts"];
  await switchedOn();
  expect(await screen.findByRole("checkbox", { name: BACKGROUND })).not.toBeChecked();
});

test.each([
  ["blocks notifications", "denied", true, /Notifications are blocked/u],
  ["does so only for installed apps", "granted", false, /only for installed apps/u],
] as const)("a browser that %s: the page says so and what to do", async (_name, permission, allows, said) => {
  background(permission, allows);
  const { user } = await switchedOn();
  const box = await screen.findByRole("checkbox", { name: BACKGROUND });
  await user.click(box);
  expect(await screen.findByText(said)).toBeInTheDocument();
  expect(box).not.toBeChecked();
});

test("a browser that keeps nothing has no alerts to offer, and is said to", async () => {
  vi.stubGlobal("caches", undefined);
  Reflect.deleteProperty(globalThis, "caches");
  await renderApp("/following", files);
  expect(await screen.findByText(/so it cannot show alerts/u)).toBeInTheDocument();
  expect(screen.queryByRole("checkbox", { name: TITLE })).toBeNull();
});
