import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject } from "vitest";
import { journey } from "../support/journey.ts";

describe("a story on a phone", () => {
  journey("is as wide as its window before all styles are there, whatever stands far below", { timeout: 120_000 }, async ({ visit }) => {
    const { page, context } = await visit("/icon.svg", { width: 360, isMobile: true, javaScriptEnabled: false, waits: false });
    await context.route("**/*.css", (route) => route.fulfill({ contentType: "text/css", body: "" }));
    const stories = readdirSync(join(inject("sampleSite"), "article")).filter((file) => file.endsWith(".html"));
    const widths: Record<string, number> = {};
    for (const file of stories) {
      await page.goto(new URL(`/article/${file.replace(".html", "")}`, page.url()).href);
      widths[file] = await page.evaluate(() => innerWidth);
    }
    expect(stories.length).toBeGreaterThan(40);
    expect(Object.entries(widths).filter(([, width]) => width !== 360)).toEqual([]);
  });
});
