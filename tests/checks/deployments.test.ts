import { copyFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { cachePrefix } from "#content/serviceWorker.ts";
import { alive, journey } from "../support/journey.ts";
import { nextVersion } from "../support/nextVersion.ts";
import { openSite, type Site } from "../support/site.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const STORY = "article/operation-rescue";
const DEPLOYMENTS = 500;
const RETIREMENTS = 100;
/** Seconds: what takes longer is taken for a page that hangs. */
const PATIENCE = 5;

/** No compressed copy, which would still say what the file said before. */
const isPlain = (file: string) => !/\.(?:br|gz)$/u.test(file);

const atWork = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** Puts another folder in the place of a site, at the same address. */
async function deploy(site: Site, folder: string): Promise<Site> {
  await site.close();
  return openSite(folder, Number(new URL(site.address).port));
}

/** Half of the readers reload at the offer, the others go on in the tab, and load the page anew later. */
async function readOn(page: Page, takesOffer: boolean): Promise<void> {
  const reloaded = () => page.waitForFunction(() => document.querySelector("html[data-mark]") === null);
  await page.evaluate(async () => {
    document.documentElement.dataset["mark"] = "old";
    await (await navigator.serviceWorker.ready).update();
  });
  await page.getByText("A new version of this app is ready").waitFor();
  if (takesOffer) {
    await page.getByRole("button", { name: "Reload" }).click();
  } else {
    await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Europol news" }).waitFor();
    await page.reload();
  }
  await reloaded();
  await page.getByRole("heading", { level: 1, name: takesOffer ? /Europol counts 670/u : "Europol news" }).waitFor();
  await alive(page);
}

journey("a tab goes on over 500 deployments, each within 5 s", async ({ visit, site, task }) => {
  const { page, overlook } = await visit(`/${STORY}`, { worker: true });
  overlook(/404|Failed to load|ERR_|preload/u);
  await atWork(page);
  const first = temporaryFolder();
  cpSync(inject("sampleSite"), first, { recursive: true, filter: isPlain });
  const versions = [nextVersion(first, temporaryFolder()), first];
  let [now, longest] = [site, 0];
  for (let count = 0; count < DEPLOYMENTS; count++) {
    await page.goto(now.address + STORY);
    await alive(page);
    now = await deploy(now, versions[count % 2]!);
    const start = performance.now();
    await readOn(page, count % 4 < 2);
    longest = Math.max(longest, (performance.now() - start) / 1000);
  }
  await now.close();
  task.meta.figure = `${DEPLOYMENTS} deployments, the longest took ${longest.toFixed(1)} s from the deployment to the page`;
  expect(longest).toBeLessThan(PATIENCE);
});

/** What is left on the device of the app, its worker and its caches, when the reader has been there for a while. */
async function left(page: Page): Promise<number> {
  const count = () =>
    page.evaluate(
      async (prefix) =>
        (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).filter((name) => name.startsWith(prefix)).length,
      cachePrefix("/"),
    );
  await expect
    .poll(count, { timeout: PATIENCE * 1000 })
    .toBe(0)
    .catch(() => {});
  return count();
}

journey("the kill switch clears the device though the tab is closed early", async ({ browser, site, task }) => {
  const retired = temporaryFolder();
  cpSync(inject("sampleSite"), retired, { recursive: true, filter: isPlain });
  copyFileSync(join(inject("installation"), "build", "app", "retire.js"), join(retired, "sw.js"));
  let [now, uncleared] = [site, 0];
  for (let count = 0; count < RETIREMENTS; count++) {
    now = await deploy(now, inject("sampleSite"));
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(now.address + STORY);
    await atWork(page);
    await page.close();
    now = await deploy(now, retired);
    const hasty = await context.newPage();
    await hasty.goto(now.address + STORY, { waitUntil: "commit" });
    await wait(Math.random() * 1500);
    await hasty.close();
    const next = await context.newPage();
    await next.goto(now.address + STORY);
    await alive(next);
    if ((await left(next)) > 0) uncleared += 1;
    await context.close();
  }
  await now.close();
  task.meta.figure = `${RETIREMENTS} tabs closed within 1.5 s, ${uncleared} devices not cleared by the next visit`;
  expect(uncleared).toBe(0);
});
