import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { alive, journey } from "../support/journey.ts";
import { NEXT, nextVersion } from "../support/nextVersion.ts";
import { openSite, type Site } from "../support/site.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const STORY = "/article/operation-rescue";
const COMPLAINTS = /404|Failed to load|ERR_/u;

/** Puts the next version in the place of the site: no script of the one before is there. */
async function deploy(site: Site): Promise<Site> {
  const next = nextVersion(inject("sampleSite"), temporaryFolder());
  await site.close();
  return openSite(next, Number(new URL(site.address).port));
}

/** The code of the shortcuts comes after the page lives; a key that is pressed before it runs is kept. */
const shortcutsHere = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/idle-")));

const tryAgain = (page: Page) => page.getByRole("button", { name: "Try again" }).click();

describe("a tab that was opened before the app changed", () => {
  journey("opens the reading settings at a second try, where it was", async ({ visit, site }) => {
    const { page, overlook } = await visit(STORY);
    await shortcutsHere(page);
    overlook(COMPLAINTS);
    const next = await deploy(site);
    await page.evaluate(() => scrollTo(0, 300));
    await page.keyboard.press("t");
    await page.getByText("This part did not load.").waitFor();
    const place = await page.evaluate(() => scrollY);
    expect(place).toBeGreaterThan(100);
    await tryAgain(page);
    await page.getByRole("dialog", { name: "Reading settings" }).waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
    await next.close();
  });

  journey("saves a story at a third press", async ({ visit, site }) => {
    const { page, overlook } = await visit("/");
    overlook(COMPLAINTS);
    // What saves comes at idle: here it has not come before the deployment.
    await page.route(/\/assets\/idle-[^/]+\.js/u, (route) => (route.request().url().endsWith(NEXT) ? route.continue() : route.abort()));
    await page.goto(site.address + STORY.slice(1));
    await alive(page);
    const next = await deploy(site);
    await page.evaluate(() => (document.documentElement.dataset["mark"] = "old"));
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await tryAgain(page);
    await page.waitForFunction(() => document.documentElement.dataset["mark"] === undefined);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
    await next.close();
  });

  journey("keeps what was searched for, and finds it", async ({ visit, site }) => {
    const { page, overlook } = await visit("/search");
    overlook(COMPLAINTS);
    const next = await deploy(site);
    await page.getByRole("main").getByRole("searchbox").fill("europol");
    await tryAgain(page);
    await page
      .getByRole("link", { name: /Europol counts/u })
      .first()
      .waitFor();
    expect(await page.getByRole("main").getByRole("searchbox").inputValue()).toBe("europol");
    await next.close();
  });
});
