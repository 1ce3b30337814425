import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { journey } from "../support/journey.ts";

/** The fonts of a story in a language of western Europe, in bytes. */
const MOST_FONTS = 56_000;

journey("a story brings its three fonts and no more, whatever else is on its page", async ({ visit, site }) => {
  const { page } = await visit("/article/operation-rescue");
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  // The newest stories beside it name one in Arabic, whose face comes for its letters.
  const fonts = [...new Set(site.asked.filter((path) => path.endsWith(".woff2") && !path.includes("naskh")))];
  const bytes = fonts.map((path) => readFileSync(join(inject("sampleSite"), path)).length);
  expect(fonts.length).toBeGreaterThan(2);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MOST_FONTS);
});
