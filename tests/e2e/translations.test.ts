import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { broadsheet } from "../support/installation.ts";
import { journey, type Visit, WIDTHS } from "../support/journey.ts";
import { openSite, type Site } from "../support/site.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const story = (headline: string, fields = "") => `---\nheadline: ${headline}\ndatePublished: 2024-05-01\n${fields}---\nThe words.\n`;
const FILES = {
  "articles/ferry.md": story("The ferry sails again"),
  "articles/ferry.de.md": story("Die Fähre fährt wieder"),
  "articles/abbara.md": story("العبارة تبحر من جديد", "lang: ar\ntranslationOf: ferry\n"),
  "pages/about.md": "---\ntitle: About us\n---\nWe report on the sea.\n",
  "pages/ueber-uns.md": "---\ntitle: Über uns\nlang: de\ntranslationOf: about\n---\nWir berichten vom Meer.\n",
};

async function paper(): Promise<Site> {
  const content = join(temporaryFolder(), "content");
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  const site = join(temporaryFolder(), "site");
  await broadsheet(inject("installation"), "build", "--content", content, "--out", site, "--no-compress");
  return openSite(site);
}

/** Goes through languages by their names; each must show its headline. @returns whether the document stayed the same */
async function goThrough(page: Page, ways: [language: string, headline: string][]): Promise<boolean> {
  await page.evaluate(() => document.documentElement.setAttribute("data-same", ""));
  for (const [language, headline] of ways) {
    await page.getByRole("navigation", { name: "Read this in" }).getByRole("link", { name: language, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: headline }).waitFor();
  }
  return page.evaluate(() => document.documentElement.hasAttribute("data-same"));
}

const STORY: [string, string][] = [
  ["العربية", "العبارة تبحر من جديد"],
  ["Deutsch", "Die Fähre fährt wieder"],
  ["English", "The ferry sails again"],
];
const PAGE: [string, string][] = [
  ["Deutsch", "Über uns"],
  ["English", "About us"],
];

describe.each(WIDTHS)("a text in several languages, %i px wide", (width) => {
  journey.for([
    ["moves", true],
    ["loads, without JavaScript,", false],
  ] as const)("%s from each to the others", async ([, javaScriptEnabled], { visit, onTestFinished }) => {
    const site = await paper();
    onTestFinished(() => site.close());
    const open = async (path: Parameters<Visit>[0]) => (await visit(path, { width, site, javaScriptEnabled })).page;
    expect(await goThrough(await open("/article/ferry"), STORY)).toBe(javaScriptEnabled);
    const about = await open("/about");
    expect(await goThrough(about, PAGE)).toBe(javaScriptEnabled);
    expect(await about.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
});
