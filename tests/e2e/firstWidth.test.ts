import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject } from "vitest";
import { journey, someOf } from "../support/journey.ts";

describe("a story on a phone", () => {
  journey("is as wide as its window before all styles are there, whatever stands far below", { timeout: 120_000 }, async ({ visit }) => {
    const { page, context } = await visit("/icon.svg", { width: 360, isMobile: true, javaScriptEnabled: false, waits: false });
    await context.route("**/*.css", (route) => route.fulfill({ contentType: "text/css", body: "" }));
    const folder = join(inject("sampleSite"), "article");
    const size = (file: string) => statSync(join(folder, file)).size;
    const stories = readdirSync(folder).filter((file) => file.endsWith(".html"));
    const widths: Record<string, number> = {};
    // The longest have the most kinds of blocks.
    for (const file of someOf(
      stories.toSorted((one, other) => size(other) - size(one)),
      15,
    )) {
      await page.goto(new URL(`/article/${file.replace(".html", "")}`, page.url()).href);
      widths[file] = await page.evaluate(() => innerWidth);
    }
    expect(stories.length).toBeGreaterThan(40);
    expect(Object.entries(widths).filter(([, width]) => width !== 360)).toEqual([]);
  });
});
