import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { cacheName } from "#content/serviceWorker.ts";
import { assetPath } from "../support/assetPath.ts";
import { late } from "../support/faults.ts";
import { alive, journey } from "../support/journey.ts";
import { NO_CONNECTION } from "../support/kept.ts";
import { nextVersion } from "../support/nextVersion.ts";
import { openSite, type Site } from "../support/site.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const STORIES = 60;

/** A page of each kind but a story, and what it is headed by. */
const PAGES = [
  ["section/world", /^World/u],
  ["topic/floods", /^Floods news/u],
  ["place/venice", /^Venice news/u],
  ["author/business-desk", /Business desk/u],
  ["topics", /^Topics/u],
  ["places", /^Places/u],
  ["archive", /./u],
  ["archive/2024", /2024/u],
  ["archive/2024/04", /2024/u],
  ["latest/page/1", /./u],
] as const;

journey("the whole edition is kept with a pause between, and is read and searched without a connection", async ({ visit, site }) => {
  const { page, context, forgive } = await visit("/latest", { width: 360, worker: true });
  slowStories(site, 60);
  await page.getByLabel("More tools").click();
  await page.getByRole("button", { name: "Keep the whole edition offline" }).click();
  const panel = page.getByRole("dialog", { name: "Keep the whole edition offline" });
  await panel.getByText(/^60 stories, about \d/u).waitFor();
  await panel.getByRole("button", { name: "Keep on this device" }).click();
  const done = async () => Number(await panel.getByRole("progressbar").getAttribute("value"));
  await expect.poll(done).toBeGreaterThan(3);
  await panel.getByRole("button", { name: "Pause" }).click();
  await panel.getByRole("button", { name: "Resume" }).waitFor();
  const paused = await done();
  expect(paused).toBeLessThan(STORIES);
  // Nothing tells of a story that was not fetched; this is the time of eight.
  await page.waitForTimeout(500);
  expect(await done()).toBe(paused);

  await page.reload();
  await alive(page);
  await page.getByLabel("More tools").click();
  await page.getByRole("button", { name: "Keep the whole edition offline" }).click();
  await expect.poll(done).toBe(paused);
  const before = asked(site);
  await panel.getByRole("button", { name: "Resume" }).click();
  await panel.getByText("All stories, lists, indexes and the archive are on this device.").first().waitFor();
  // What was here is not fetched once more.
  expect(asked(site) - before).toBeLessThanOrEqual(STORIES - paused);
  await page.keyboard.press("Escape");
  await page.evaluate(() => navigator.serviceWorker.ready);

  await context.setOffline(true);
  await site.close();
  forgive(NO_CONNECTION);
  for (const [path, heading] of PAGES) {
    await page.goto(site.address + path);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }
  // Never opened: what draws its blocks is on the device as well.
  await page.goto(`${site.address}article/reefs-fourth-bleaching`);
  await page.locator("aside.callout").waitFor();
  expect(await page.locator("aside.callout").evaluate((box) => getComputedStyle(box).borderInlineStartWidth)).not.toBe("0px");
  await page.goto(`${site.address}search?q=comet`);
  await page.getByText(`There is no connection. Only the ${STORIES} stories on this device were searched.`, { exact: true }).waitFor();
  expect(await page.locator(".items h3").count()).toBeGreaterThan(0);
  await page.getByRole("searchbox").fill("mirror telescope");
  const hit = page.locator(".items").getByRole("link", { name: /^The Webb telescope shows its first/u });
  await hit.click();
  await page.getByRole("heading", { level: 1, name: /^The Webb telescope shows its first/u }).waitFor();
  await page.goBack();
  await hit.waitFor();

  const again = await openSite(inject("sampleSite"), Number(new URL(site.address).port));
  await context.setOffline(false);
  await expect.poll(() => page.getByText("There is no connection.").count()).toBe(0);
  await hit.waitFor();
  await again.close();
});

journey("where there is not room for a whole edition, the newest are kept, and it says so before", async ({ visit }) => {
  const { page } = await visit("/", { width: 360, worker: true });
  await page.addInitScript(() => {
    navigator.storage.estimate = () => Promise.resolve({ quota: 200_000, usage: 0 });
  });
  await page.goto(new URL("/latest", page.url()).href);
  await alive(page);
  await page.getByLabel("More tools").click();
  await page.getByRole("button", { name: "Keep the whole edition offline" }).click();
  const panel = page.getByRole("dialog", { name: "Keep the whole edition offline" });
  const promised = await panel.getByText(/^There is not enough room for all of them/u).innerText();
  expect(Number(/\d+/u.exec(promised)?.[0])).toBeLessThan(STORIES);
  await panel.getByRole("button", { name: "Keep on this device" }).click();
  await panel.getByRole("button", { name: "Remove from this device" }).waitFor();
  const kept = Number(await panel.getByRole("progressbar").getAttribute("value"));
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(STORIES);
  const newest = await page.locator(".day h3 a").first().getAttribute("href");
  expect(
    await page.evaluate(async ([name, file]) => (await (await caches.open(name)).match(file)) !== undefined, [
      cacheName("/", "kept"),
      `/data${newest}.json`,
    ] as const),
  ).toBe(true);
});

function slowStories({ faults }: Site, milliseconds: number): void {
  const get = faults.get.bind(faults);
  faults.get = (path) => get(path) ?? (path.startsWith("/data/article/") ? late(milliseconds) : undefined);
}

const asked = (site: Site): number => site.asked.filter((path) => path.startsWith("/data/article/")).length;

journey("a new version of the app lets a reader finish what they write", async ({ visit, site }) => {
  // The browser must not have a copy of its own besides the device's.
  const part = assetPath(/^lists-.*\.js$/u);
  site.faults.set(part, (_request, response) => {
    response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" });
    response.end(readFileSync(join(inject("sampleSite"), part)));
  });
  const { page, forgive, overlook } = await visit("/article/operation-rescue", { worker: true });
  // Between the two versions there is no server for a moment, and what is on its way then fails.
  overlook(/ERR_(?:FAILED|CONNECTION_REFUSED|EMPTY_RESPONSE|CONNECTION_RESET)|preload request failed/u);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(new URL("/search?q=voyager", page.url()).href);
  await alive(page);
  await page.locator(".items h3").first().waitFor();
  await page.getByRole("searchbox").fill("voyager memory");
  await page.getByRole("heading", { level: 2, name: /^\d+ stor/u }).waitFor();
  await page.waitForLoadState("networkidle");
  await site.close();
  const next = await openSite(nextVersion(inject("sampleSite"), temporaryFolder()), Number(new URL(site.address).port));
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await page.getByText("A new version of this app is ready").waitFor();
  expect(await page.getByRole("searchbox").inputValue()).toBe("voyager memory");
  // A part that is not here and is gone from the server.
  await page.evaluate(removeFromDevice, part);
  forgive(/404/u);
  await page.getByRole("contentinfo").getByRole("link", { name: "Topics A to Z" }).click();
  await page.getByRole("heading", { name: "Topics A to Z", level: 1 }).waitFor();
  await page.goBack();
  await alive(page);
  expect(await page.getByRole("searchbox").inputValue()).toBe("voyager memory");
  await next.close();
});

/** Takes a script off the device. Runs in the page. */
async function removeFromDevice(part: string): Promise<void> {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) if (request.url.includes(part)) await cache.delete(request);
  }
}
