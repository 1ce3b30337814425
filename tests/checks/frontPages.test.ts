import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, onTestFinished } from "vitest";
import { FRONT_PAPERS } from "../support/fronts/frontPapers.ts";
import { frontDefects } from "../support/fronts/frontDefects.ts";
import { broadsheet } from "../support/installation.ts";
import { writePaper } from "../support/languagesPaper.ts";
import { journey, LATER } from "../support/journey.ts";
import { openSite } from "../support/site.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const WIDTHS = [360, 768, 1280, 1920];

/** By how much a page may become taller or shorter unnoticed. */
const TOLERANCE = 0.04;

/** The heights of the page and of its lead in pixels, by paper and width. If a change is meant, copy those of the last run here. */
const STORED = join("tests", "checks", "frontHeights.json");

/** Pictures of all pages, to look at, and their heights. */
const OUT = join("build", "frontPages");

type Heights = Record<string, Record<string, number[]>>;

const stored: Heights = JSON.parse(readFileSync(STORED, "utf8"));
const measured: Heights = {};
mkdirSync(OUT, { recursive: true });

describe.each(Object.entries(FRONT_PAPERS))("a front page: %s", (name, { files, muted }) => {
  journey("leaves nothing empty, over the edge or broken at four widths, and is as tall as it was", async ({ visit }) => {
    const folder = temporaryFolder();
    const out = join(folder, "site");
    await broadsheet(
      inject("installation"),
      "build",
      "--content",
      writePaper(join(folder, "content"), files),
      "--out",
      out,
      "--no-compress",
    );
    const site = await openSite(out);
    onTestFinished(() => site.close());
    const { page } = await visit(muted === undefined ? "/" : `/topic/${muted}`, { site });
    if (muted !== undefined) await mute(page);
    const found: Record<string, string[]> = {};
    const heights: Record<string, number[]> = {};
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.address);
      // Until then the browser guesses the heights of what is below the window.
      await expect.poll(() => page.locator(LATER).count()).toBe(0);
      await page.evaluate(() => document.fonts.ready);
      if (muted !== undefined)
        await page
          .getByText(/^Hidden/u)
          .first()
          .waitFor();
      found[width] = await frontDefects(page);
      heights[width] = await page.evaluate(() => [document.body, document.querySelector(".lead")].map((part) => part?.clientHeight ?? 0));
      await page.screenshot({ path: join(OUT, `${name.replaceAll(" ", "-")}-${width}.png`), fullPage: true, animations: "disabled" });
    }
    measured[name] = heights;
    writeFileSync(join(OUT, "heights.json"), `${JSON.stringify(measured)}\n`);
    expect(found).toEqual(Object.fromEntries(WIDTHS.map((width) => [width, []])));
    for (const width of WIDTHS)
      for (const [part, height] of heights[width]?.entries() ?? [])
        expect(Math.abs(height - (stored[name]?.[width]?.[part] ?? 0)), `${name}, ${width} px`).toBeLessThanOrEqual(height * TOLERANCE);
  });
});

async function mute(page: Page): Promise<void> {
  await page.locator(".list-tools summary").click();
  await page.getByRole("button", { name: "Mute" }).click();
  await page.getByText(/Muted/u).first().waitFor();
}
