import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { broadsheet } from "../support/installation.ts";
import { journey, WIDTHS } from "../support/journey.ts";
import { openSite } from "../support/site.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const FRONT_MATTER = "section: العلوم\ntopics: [البنسلين]\nplaces: [لندن]\nauthors: [ليلى, سامي]";
const STORIES = {
  "mould.md": `---\nheadline: العفن الذي أبعد الجراثيم\ndatePublished: 2024-04-22T07:10:00Z\n${FRONT_MATTER}\n---\nرجع فلمنغ إلى مختبره.\n`,
  "nasa.md": `---\nheadline: Voyager 1 makes sense again\ninLanguage: en\ndatePublished: 2024-04-21T07:10:00Z\n${FRONT_MATTER}\n---\nA report arrived.\n`,
};

/** A paper in Arabic, with one story in English. */
async function arabicSite() {
  const content = join(temporaryFolder(), "content");
  mkdirSync(content);
  writeFileSync(join(content, "edition.json"), JSON.stringify({ name: "الصحيفة", language: "ar", timeZone: "Africa/Cairo" }));
  for (const [file, text] of Object.entries(STORIES)) writeFileSync(join(content, file), text);
  const site = join(temporaryFolder(), "site");
  await broadsheet(inject("installation"), "build", "--content", content, "--out", site, "--no-compress");
  return openSite(site);
}

/** How far the words of an element stand from either side of the window, in pixels. */
async function sides(words: Locator): Promise<{ left: number; right: number }> {
  return words.first().evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right } = range.getBoundingClientRect();
    return { left, right: document.documentElement.clientWidth - right };
  });
}

const mirrored = (arrow: Locator) => arrow.first().evaluate((element) => getComputedStyle(element).scale);
const runsOver = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe.each(WIDTHS)("a paper in Arabic, %i px wide", (width) => {
  journey("is mirrored, with its arrows, and loads its own words alone", async ({ visit, onTestFinished }) => {
    const site = await arabicSite();
    onTestFinished(() => site.close());
    const { page } = await visit("/article/mould", { width, site });
    const [headline, kicker] = [await sides(page.getByRole("heading", { level: 1 })), await sides(page.locator(".story-top .kicker"))];
    expect(headline.right).toBeCloseTo(kicker.right, 0);
    expect(headline.right).toBeLessThan(headline.left);
    expect(await page.locator(".credits").innerText()).toContain("بقلم ليلى وسامي");
    expect(await page.locator(".credits time").first().innerText()).toContain("22 أبريل 2024");
    expect(await mirrored(page.locator(".turn .turns"))).toBe("-1 1");
    expect(await runsOver(page)).toBe(false);
    const catalogues = site.asked.flatMap((path) => /\/words-([^/-]*)(?:-more)?\.js$/u.exec(path)?.[1] ?? []);
    expect(new Set(catalogues).size).toBe(1);
  });

  journey("turns back for a story in English", async ({ visit, onTestFinished }) => {
    const site = await arabicSite();
    onTestFinished(() => site.close());
    const { page } = await visit("/article/nasa", { width, site });
    const [headline, kicker] = [await sides(page.getByRole("heading", { level: 1 })), await sides(page.locator(".story-top .kicker"))];
    expect(headline.left).toBeCloseTo(kicker.left, 0);
    const list = await visit("/latest", { width, site });
    const english = await sides(list.page.getByRole("link", { name: /Voyager/u }));
    const arabic = await sides(list.page.getByRole("link", { name: /العفن/u }));
    expect(english.left).toBeLessThan(arabic.left);
    expect(arabic.right).toBeLessThan(english.right);
  });
});

describe.each(WIDTHS)("an Arabic story in the sample edition, %i px wide", (width) => {
  journey("keeps its picture in the column of all pictures, and its words on their own side", async ({ visit }) => {
    const { page } = await visit("/section/science", { width });
    const left = (card: Locator) => card.locator("picture").evaluate((picture) => picture.getBoundingClientRect().left);
    const cards = page.locator("article.teaser").filter({ has: page.locator("picture") });
    const arabic = cards.filter({ has: page.locator(":lang(ar)") });
    expect(await left(arabic)).toBe(await left(cards.first()));
    const column = await arabic
      .locator("h3")
      .evaluate((heading) => document.documentElement.clientWidth - heading.getBoundingClientRect().right);
    for (const words of ["h3", ".kicker", ".meta"]) {
      const { right } = await sides(arabic.locator(words));
      expect(Math.abs(right - column), words).toBeLessThan(2);
    }
    expect(await runsOver(page)).toBe(false);
  });
});
