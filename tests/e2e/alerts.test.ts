/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { expect, inject } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { broadsheet } from "../support/installation.ts";
import { alive, journey } from "../support/journey.ts";
import { openSite } from "../support/site.ts";

const story = (headline: string, day: number, topic: string) =>
  `---\nheadline: ${headline}\ndate: 2026-01-0${day}\ntopics: [${topic}]\n---\nWords.\n`;

const paper = journey
  // The shell that other journeys use shows no notifications.
  .extend("browser", { scope: "worker" }, async ({}, { onCleanup }) => {
    const browser = await launchChromium({ remembersPages: true });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("paper", async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
    const [content, out] = [join(folder, "content"), join(folder, "site")];
    mkdirSync(content);
    const publish = async (name: string, text: string) => {
      writeFileSync(join(content, `${name}.md`), text);
      await broadsheet(inject("installation"), "build", "--content", content, "--out", out, "--no-compress");
    };
    await publish("old", story("The old one", 1, "Ferries"));
    const site = await openSite(out);
    onCleanup(async () => {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return { site, publish };
  });

/** What the browser's own devices can tell a worker. */
async function workerOf(page: Page): Promise<{ session: CDPSession; registrationId: string; origin: string }> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => first && resolve(first.registrationId));
  });
  await session.send("ServiceWorker.enable");
  return { session, registrationId: await registered, origin: new URL(page.url()).origin };
}

/** Lets the paper do what a browser lets an installed one do whose reader has agreed. */
async function allow(page: Page, ...names: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send("Target.getTargetInfo");
  const { browserContextId } = targetInfo;
  const browser = await page.context().browser()?.newBrowserCDPSession();
  for (const name of names) {
    const about = { permission: { name }, setting: "granted", origin: new URL(page.url()).origin } as const;
    await browser?.send("Browser.setPermission", { ...about, ...(browserContextId !== undefined && { browserContextId }) });
  }
}

const notices = (page: Page) =>
  page.evaluate(async () => {
    const shown = await (await navigator.serviceWorker.ready).getNotifications();
    return shown.map(({ title, body, tag }) => ({ title, body, tag }));
  });

paper(
  "a new story of what is followed is shown while the paper is closed, and told in it until it is seen",
  async ({ visit, paper: { site, publish } }) => {
    const { page } = await visit("/topic/ferries", { site, worker: true, width: 360 });
    await allow(page, "notifications", "periodic-background-sync");
    await page.getByRole("button", { name: "Follow" }).click();
    await page.getByRole("button", { name: "Following" }).first().waitFor();
    await page.goto(`${site.address}following`);
    await alive(page);
    await page.getByRole("checkbox", { name: "Alert me to new stories about what I follow" }).check();
    const background = page.getByRole("checkbox", { name: "Also check while the paper is closed" });
    await background.click();
    await expect.poll(() => background.isChecked()).toBe(true);

    const { session, registrationId, origin } = await workerOf(page);
    await page.goto("about:blank");
    await publish("elsewhere", story("Another matter", 2, "Ports"));
    await publish("back", story("The ferry is back", 3, "Ferries"));
    await session.send("ServiceWorker.dispatchPeriodicSyncEvent", { origin, registrationId, tag: "broadsheet-alerts" });
    await expect.poll(() => site.asked.includes("/data/article/back.json")).toBe(true);
    // The host does not learn what is followed.
    await expect.poll(() => site.asked).toContain("/data/article/elsewhere.json");

    await page.goto(`${site.address}latest`);
    await alive(page);
    await expect.poll(() => notices(page)).toEqual([{ title: "The ferry is back", body: "Ferries", tag: "back" }]);
    await page.getByRole("button", { name: "New in Ferries: The ferry is back" }).click();
    await page.getByRole("heading", { level: 1, name: "The ferry is back" }).waitFor();
    await expect.poll(() => page.evaluate(async () => (await caches.match("/alerts.json"))?.json())).toMatchObject({ unseen: [] });
    // The paper's server closes before the browser.
    await page.goto("about:blank");
  },
);

paper("what is pushed is shown, and a plain notice where it cannot be read", async ({ visit, paper: { site } }) => {
  const { page } = await visit("/", { site, worker: true });
  await allow(page, "notifications");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const { session, registrationId, origin } = await workerOf(page);
  const notification = {
    title: "The landing",
    body: "Live",
    navigate: `${site.address}article/old`,
    lang: "en",
    dir: "ltr",
    tag: "landing",
  };
  const push = (data: string) => session.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
  await push(JSON.stringify({ web_push: 8030, notification }));
  await expect.poll(() => notices(page)).toEqual([{ title: "The landing", body: "Live", tag: "landing" }]);
  await push("not JSON");
  await expect
    .poll(async () => (await notices(page)).map(({ title }) => title).toSorted())
    .toEqual([new URL(site.address).host, "The landing"]);
});
