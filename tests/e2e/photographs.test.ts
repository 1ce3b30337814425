/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject } from "vitest";
import { photo } from "../compiler/pictures/photo.ts";
import { broadsheet } from "../support/installation.ts";
import { journey } from "../support/journey.ts";
import { openSite } from "../support/site.ts";

const STORY = { headline: "A sky", datePublished: "2024-04-22", image: { file: "sky.jpg", alt: "Evening" }, body: "Words." };

const inPhotos = journey
  .extend("folder", { scope: "file" }, async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
    onCleanup(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, "content"));
    writeFileSync(join(folder, "content/sky.jpg"), await photo(2000, 1200).jpeg().toBuffer());
    writeFileSync(join(folder, "content/story.json"), JSON.stringify(STORY));
    await broadsheet(inject("installation"), "build", "--content", join(folder, "content"), "--out", join(folder, "site"));
    return folder;
  })
  .extend("paper", { scope: "file" }, async ({ folder }, { onCleanup }) => {
    const site = await openSite(join(folder, "site"));
    onCleanup(() => site.close());
    return site;
  });

describe("a photograph", () => {
  inPhotos.for([
    { width: 360, deviceScaleFactor: 2, wanted: 1280 },
    { width: 1280, deviceScaleFactor: 2, wanted: 1920 },
    { width: 1280, deviceScaleFactor: 1, wanted: 1280 },
  ])("comes as small as $width points need, with its preview behind it", async ({ wanted, ...options }, { visit, paper }) => {
    const { page } = await visit("/article/story", { ...options, site: paper });
    const picture = page.getByRole("img", { name: "Evening" });
    await expect
      .poll(() => picture.evaluate((img) => img instanceof HTMLImageElement && img.complete && img.currentSrc))
      .toMatch(`-${wanted}.webp`);
    // What the head asks for is what the page draws: one file, and once.
    const files = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.includes("/pictures/")),
    );
    expect(files).toHaveLength(1);
    const preview = page.locator("img.preview");
    await expect.poll(() => preview.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth)).toBe(16);
    const places = await Promise.all([picture, preview].map((each) => each.boundingBox()));
    expect(places[1]).toEqual(places[0]);
  });
});
