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
