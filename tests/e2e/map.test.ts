import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect } from "vitest";
import { journey, WIDTHS } from "../support/journey.ts";

const STORY = "/article/ai-act-adopted";

describe.each(WIDTHS)("a map in a story, %i px wide", (width) => {
  journey("has a legend, a colour for each class, and its numbers one press away", async ({ visit }) => {
    const { page } = await visit(STORY, { width });
    const map = page.locator(".chart.map");
    await map.scrollIntoViewIfNeeded();
    expect(await map.locator(".legend li").allTextContents()).toEqual(["< 35", "35–45", "45–55", "55–65", "≥ 65", "No data"]);
    const swatches = await map
      .locator(".legend li")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one, "::before").backgroundColor));
    const areas = await map.locator("path:not([fill=none])").evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
    expect(new Set(areas)).toEqual(new Set(swatches.slice(0, 5)));
    const box = await map.locator("svg").boundingBox();
    expect(box?.width).toBeGreaterThan(Math.min(width, 640) * 0.8);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await map.getByText("Data", { exact: true }).click();
    await map.getByRole("row", { name: "Belgium 88.47" }).waitFor();
    const { violations } = await new AxeBuilder({ page }).include(".chart.map").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});

journey("a map reads without JavaScript, and says to those who do not see it what it shows", async ({ visit }) => {
  const { page } = await visit(STORY, { javaScriptEnabled: false });
  const map = page.locator(".chart.map");
  expect(await map.locator("svg").isVisible()).toBe(true);
  expect(await map.textContent()).toMatch(
    /highest Belgium 88\.47, Luxembourg 84\.24, Malta 72\.7; lowest Slovakia 22\.74.*No data: Albania/u,
  );
});

journey.for([390, 1920])(
  "is no reason for a story in pages to be wider than its window of %i px, so that taps to its edges turn them",
  async (width, { visit }) => {
    const { page } = await visit("/article/gotthard-base-tunnel-opens", { width });
    await page.evaluate(() => localStorage.setItem("broadsheet-settings", JSON.stringify({ paged: "pages" })));
    await page.reload();
    const number = page.locator(".pages-bar [role=status]");
    await number.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.mouse.click(width - 3, 600);
    await page.keyboard.press("PageDown");
    expect(await number.textContent()).toMatch(/^Page 3 of/u);
    await page.mouse.click(2, 600);
    expect(await number.textContent()).toMatch(/^Page 2 of/u);
  },
);
