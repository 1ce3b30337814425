import { describe, expect } from "vitest";
import { journey, WIDTHS } from "../support/journey.ts";

describe.each(WIDTHS)("a listing of code, %i px wide", (width) => {
  journey("scrolls in its own box, however long its lines, and never moves the page", async ({ visit }) => {
    const { page } = await visit("/article/heartbleed", { width });
    const code = page.locator(".prose pre").first();
    await code.evaluate((pre) => pre.append("x".repeat(2000)));
    expect(await code.evaluate((pre) => pre.scrollWidth > pre.clientWidth)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
