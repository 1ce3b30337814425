import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { journey, type Visit, WIDTHS } from "../support/journey.ts";
import { NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";

const KINDS = [...PAGE_KINDS, NOT_FOUND];

describe.each(WIDTHS)("without JavaScript, %i px wide", (width) => {
  const open = (visit: Visit, path: string) => visit(path, { width, javaScriptEnabled: false });

  journey.for(KINDS.map((kind) => [kind.kind, kind] as const))(
    "a %s can be read, opens, and offers nothing that only a script can do",
    async ([, kind], { visit }) => {
      const { page, forgive } = await open(visit, kind.path);
      if (kind === NOT_FOUND) forgive(/status of 404/u);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("main").innerText()).toContain(kind.text);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);

      const controls = page.locator("button, input, select, textarea, dialog, [role=button], [role=tab], a:not([href])");
      // A plain form leads to the search page, which says what it needs.
      const dead = await controls
        .filter({ visible: true })
        .evaluateAll((all) => all.filter((one) => !one.closest("form[action]")).map((one) => one.outerHTML));
      expect(dead).toEqual([]);

      for (const folded of await page.locator("details").filter({ visible: true }).all()) {
        const inside = folded.locator("a").first();
        expect(await inside.isVisible()).toBe(false);
        await folded.locator("summary").click();
        expect(await inside.isVisible()).toBe(true);
      }
    },
  );

  journey("the menu leads to the links at the foot of the page", async ({ visit }) => {
    const { page } = await open(visit, "/article/operation-rescue");
    await page.locator(".masthead").getByRole("link", { name: "Menu" }).click();
    await expect.poll(() => inView(page, "#menu")).toBe(true);
    await page.locator("#menu").getByRole("link", { name: "Science", exact: true }).click();
    expect(await page.locator("h1").innerText()).toContain("Science");
  });
});

journey.for([["/search"], ["/offline"]] as const)(
  "what stands on %s in place of scripts has air between its parts",
  async ([path], { visit }) => {
    const { page } = await visit(path, { width: 360, javaScriptEnabled: false });
    const parts = await page.locator("main noscript > *").evaluateAll((all) => all.map((part) => part.getBoundingClientRect().toJSON()));
    expect(parts.length).toBeGreaterThan(1);
    for (const [at, { top }] of parts.slice(1).entries()) expect(top - parts[at].bottom).toBeGreaterThanOrEqual(12);
  },
);

function inView(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}
