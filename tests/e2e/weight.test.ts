import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, inject } from "vitest";
import { journey } from "../support/journey.ts";

/** All styles of the reader, as they travel, in bytes: every sheet, with the rules of parts that a reader may never open. The aim is 12 kB: what a part adds, another has to save. */
const MOST_STYLES = 12_950;

/** The fonts of a story in a language of western Europe, in bytes. */
const MOST_FONTS = 70_500;

journey("all styles together are light", () => {
  const assets = join(inject("sampleSite"), "assets");
  const sheets = readdirSync(assets).filter((name) => name.endsWith(".css"));
  const bytes = sheets.map((name) => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MOST_STYLES);
  expect(bytes).not.toEqual([]);
});

journey("a story brings its four fonts and no more, whatever else is on its page", async ({ visit, site }) => {
  const { page } = await visit("/article/operation-rescue");
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  const fonts = [...new Set(site.asked.filter((path) => path.endsWith(".woff2")))];
  const bytes = fonts.map((path) => readFileSync(join(inject("sampleSite"), path)).length);
  expect(fonts.length).toBeGreaterThan(2);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MOST_FONTS);
});
