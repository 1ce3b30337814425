import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, inject } from "vitest";
import { journey } from "../support/journey.ts";

/** The sheet that every page brings, as it travels, in bytes. */
const MOST_STYLES = 12_400;

/** The sheet of what opens over a page or belongs to the reader, and of the paper that it prints. What a part adds to either, another has to save. */
const MOST_LATE_STYLES = 4_900;

/** The fonts of a story in a language of western Europe, in bytes. */
const MOST_FONTS = 56_000;

journey("the styles of every page and those of late parts are light", () => {
  const assets = join(inject("sampleSite"), "assets");
  const weigh = (isCounted: (name: string) => boolean) =>
    readdirSync(assets)
      .filter((name) => name.endsWith(".css") && isCounted(name))
      .map((name) => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length)
      .reduce((sum, each) => sum + each, 0);
  const ofEveryPage = weigh((name) => name.startsWith("style-"));
  expect(ofEveryPage).toBeGreaterThan(0);
  expect(ofEveryPage).toBeLessThanOrEqual(MOST_STYLES);
  expect(weigh((name) => !name.startsWith("style-"))).toBeLessThanOrEqual(MOST_LATE_STYLES);
});

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
