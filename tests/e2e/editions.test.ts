import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject } from "vitest";
import { broadsheet } from "../support/installation.ts";
import { alive, journey, WIDTHS } from "../support/journey.ts";
import { LANGUAGES_PAPER, writePaper } from "../support/languagesPaper.ts";
import { openSite, type Site } from "../support/site.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-editions-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let built: Promise<string> | undefined;

const PAPER = { ...LANGUAGES_PAPER, "slots/masthead-end.html": "<p>Support us</p>", "slots/nl/masthead-end.html": "<p>Steun ons</p>" };

/** A site with editions in English, Dutch and Arabic, built once. */
async function paper(): Promise<Site> {
  built ??= (async () => {
    const site = join(folder, "site");
    const content = writePaper(join(folder, "content"), PAPER);
    await broadsheet(inject("installation"), "build", "--content", content, "--out", site, "--no-compress");
    return site;
  })();
  return openSite(await built);
}

const languages = (page: Page) => page.locator(".languages");
const headline = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
const pathOf = (page: Page) => new URL(page.url()).pathname;
const isMarked = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute("data-same"));
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute("data-same", ""));

describe.each(WIDTHS)("editions in several languages, %i px wide", (width) => {
  journey.for([
    ["moves", true],
    ["loads, without JavaScript,", false],
  ] as const)(
    "a reader %s within an edition, and switches on a story, a list and a page",
    async ([, javaScriptEnabled], { visit, onTestFinished }) => {
      const site = await paper();
      onTestFinished(() => site.close());
      const { page } = await visit("/article/ferry", { width, site, javaScriptEnabled });
      const slots = () => page.locator(".slot").filter({ visible: true }).allTextContents();
      expect(await slots()).toEqual(["Support us"]);
      await languages(page).getByRole("link", { name: "Nederlands" }).click();
      await headline(page, "De veerboot vaart weer");
      expect(pathOf(page)).toBe("/nl/article/ferry-nl");
      expect(await page.locator("html").getAttribute("lang")).toBe("nl");
      // Until then its links are the browser's.
      if (javaScriptEnabled) await alive(page);
      await mark(page);
      await page.locator(".story-top a", { hasText: "Veerboten" }).first().click();
      await headline(page, /Veerboten/u);
      expect([pathOf(page), await isMarked(page)]).toEqual(["/nl/topic/ferries", javaScriptEnabled]);
      await page.getByRole("link", { name: "De veerboot vaart weer" }).first().click();
      await headline(page, "De veerboot vaart weer");
      expect([pathOf(page), await isMarked(page)]).toEqual(["/nl/article/ferry-nl", javaScriptEnabled]);
      expect(await slots()).toEqual(["Steun ons"]);
      await page.goBack();
      await headline(page, /Veerboten/u);
      await languages(page).getByText("niet vertaald: voorpagina").waitFor();
      await languages(page).getByRole("link", { name: "English" }).click();
      await headline(page, /Ferries/u);
      expect(pathOf(page)).toBe("/topic/ferries");
      await page.goBack();
      await headline(page, /Veerboten/u);
      await languages(page).getByRole("link", { name: "العربية" }).click();
      await page.getByRole("link", { name: "العبارة تبحر من جديد" }).first().waitFor();
      expect([pathOf(page), await page.locator("html").getAttribute("dir")]).toEqual(["/ar", "rtl"]);
      await page.goto(`${site.address}about`);
      await languages(page).getByRole("link", { name: "Nederlands" }).click();
      await headline(page, "Over ons");
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    },
  );
});

journey("a search looks in all languages or in one, and a hit opens in its edition", async ({ visit, onTestFinished }) => {
  const site = await paper();
  onTestFinished(() => site.close());
  const { page } = await visit("/nl/search?q=tide%20OR%20draait", { site });
  const hits = page.locator("main article h3");
  await expect.poll(() => hits.allTextContents()).toHaveLength(2);
  expect(await hits.filter({ hasText: "The tide turns" }).getAttribute("lang")).toBe("en");
  await page.getByLabel("Taal").selectOption({ label: "Nederlands" });
  await expect.poll(() => hits.allTextContents()).toEqual(["De molen draait"]);
  await page.getByLabel("Taal").selectOption({ label: "Alle talen" });
  await page.getByRole("link", { name: "The tide turns" }).click();
  await headline(page, "The tide turns");
  expect([pathOf(page), await page.locator("html").getAttribute("lang")]).toEqual(["/article/tide", "en"]);
});

journey("an address of another edition opens there, and one of none says so in its language", async ({ visit, onTestFinished }) => {
  const site = await paper();
  onTestFinished(() => site.close());
  const { page, forgive } = await visit("/nl/latest", { site });
  forgive(/404/u);
  // As a reader's library leads to a story that was saved in the other edition.
  await page.goto(`${site.address}nl/article/tide`);
  await headline(page, "The tide turns");
  expect(pathOf(page)).toBe("/article/tide");
  await page.goto(`${site.address}article/molen`);
  await headline(page, "De molen draait");
  expect(pathOf(page)).toBe("/nl/article/molen");
  await page.goto(`${site.address}nl/article/nergens`);
  await page.locator("html[lang=nl]").waitFor();
  await page.getByText("Fout 404").waitFor();
});

journey(
  "what was read in an edition is there without a connection, and the rest says so in its language",
  async ({ visit, onTestFinished }) => {
    const site = await paper();
    onTestFinished(() => site.close());
    const { page, context, overlook } = await visit("/nl/article/molen", { site, worker: true });
    overlook(/ERR_INTERNET_DISCONNECTED|Failed to load resource/u);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await page.reload();
    await headline(page, "De molen draait");
    await expect
      .poll(() => page.evaluate(async () => (await caches.match("/nl/article/molen", { ignoreVary: true })) !== undefined))
      .toBe(true);
    await context.setOffline(true);
    await page.goto(`${site.address}nl/article/molen`);
    await headline(page, "De molen draait");
    await page.goto(`${site.address}nl/topic/ferries`);
    await page.locator("html[lang=nl]").waitFor();
    await page.getByRole("heading", { level: 1 }).waitFor();
  },
);
