import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { cacheName } from "#content/kept.ts";
import { alive, journey } from "../support/journey.ts";
import { openSite } from "../support/site.ts";

const STORY = "/article/operation-rescue";
const HEADLINE = "Europol counts 670 suspects and 230 children brought to safety";

/** Each of them would be an error if there were a connection. */
const NO_CONNECTION = /ERR_(?:INTERNET_DISCONNECTED|FAILED|CONNECTION_REFUSED)|preload request failed/u;

describe("a reader without a connection", () => {
  journey("reads on what one visit has left: the story, the front page, its topics", async ({ visit, site }) => {
    const { page, context, forgive } = await visit(STORY, { worker: true });
    await kept(page, "pages", STORY);
    await kept(page, "data", "/data/topic/europol.json", "/data/front.json", "/data/edition.json", `/data${STORY}.json`);

    await context.setOffline(true);
    await site.close();
    forgive(NO_CONNECTION);
    await page.reload();
    await alive(page);
    expect(await page.locator("h1").innerText()).toBe(HEADLINE);
    await page.getByText("No connection. Showing what is on this device").waitFor();
    expect(await page.locator("head title").count()).toBe(1);

    await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    await page.goto(site.address);
    await page.locator("main .lead").waitFor();
    await page.goto(`${site.address}topic/europol`);
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();

    await page.goto(`${site.address}article/voyager-1-makes-sense-again`);
    await page.getByText("There is no connection to the server.").waitFor();
    await page.getByRole("link", { name: "On this device" }).click();
    await page.getByRole("heading", { name: "You are offline. Here is what you kept" }).waitFor();
    await page.getByRole("link", { name: HEADLINE }).click();
    await page.getByRole("heading", { level: 1, name: HEADLINE }).waitFor();

    const again = await openSite(inject("sampleSite"), Number(new URL(site.address).port));
    await context.setOffline(false);
    await page.goto(again.address + STORY.slice(1));
    await alive(page);
    await expect.poll(() => page.locator(".notice").count()).toBe(0);
    await again.close();
  });
});

/** Waits until these are on the device. */
async function kept(page: Page, kind: Parameters<typeof cacheName>[1], ...paths: string[]): Promise<void> {
  const look = ([name, wanted]: [string, string[]]) =>
    caches
      .open(name)
      .then((cache) => Promise.all(wanted.map((path) => cache.match(path))))
      .then((found) => found.every(Boolean));
  await expect.poll(() => page.evaluate(look, [cacheName("/", kind), paths] as [string, string[]]), { timeout: 20_000 }).toBe(true);
}
