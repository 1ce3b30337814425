import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { alive, journey, CORE_WIDTHS } from "../support/journey.ts";

describe.each(CORE_WIDTHS)("the search, %i px wide", (width) => {
  journey("finds from any page while the reader types, leads to the passage, and is there again on Back", async ({ visit }) => {
    const { page } = await visit("/topic/europol", { width });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.keyboard.press("/");
    const quick = page.getByRole("dialog", { name: "Search" });
    await quick.getByRole("searchbox").fill("Dubai");
    await quick.locator("ol mark").first().waitFor();
    expect(asked).toContain("/data/search/manifest.json");
    await page.keyboard.press("Enter");
    await page.locator(".items mark").first().waitFor();
    expect(new URL(page.url()).search).toBe("?q=Dubai");

    await page.getByRole("searchbox", { name: "Search for" }).fill("arrests");
    await page
      .locator(".items p mark", { hasText: /arrest/iu })
      .first()
      .waitFor();
    const count = await page.locator("#found").textContent();
    // A hit whose standfirst does not say why it was found tells so when it is near the window.
    await page.locator(".items li:visible").last().scrollIntoViewIfNeeded();
    await page.waitForLoadState("networkidle");
    const hit = page.locator(".items li:visible", { has: page.locator("h3 a[href*=':~:text=']") }).last();
    // By its address: on Back more hits may say why they were found, and another is the last of them.
    const address = (await hit.locator("h3 a").getAttribute("href"))?.replace(/#.*$/u, "") ?? "";
    const link = page.locator(`.items li:visible h3 a[href^='${address}#']`);
    await link.scrollIntoViewIfNeeded();
    const top = () => link.evaluate((element) => Math.round(element.getBoundingClientRect().top));
    const place = await top();
    await link.click();
    await page.waitForURL(/\/article\//u);
    await expect.poll(() => passageInView(page)).toMatch(/arrest/iu);

    await page.goBack();
    await page.locator(".items mark").first().waitFor();
    expect(await page.locator("#found").textContent()).toBe(count);
    // Passages above it that have not come yet leave the list shorter, and the link where it stood.
    await expect.poll(async () => Math.abs((await top()) - place)).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => document.activeElement?.closest(".items h3") !== null)).toBe(true);
  });

  journey.for([
    ["", false],
    ["after a reload of the story, so that nothing of the list is here", true],
  ] as const)("is on Back at the very place, although passages come one by one %s", async ([, reloads], { visit }) => {
    const { page } = await visit("/search?q=police+year", { width });
    await page.route("**/data/article/*.json", async (route) => {
      await new Promise((done) => setTimeout(done, 300));
      await route.continue();
    });
    // At once to the end: on the way no passage had the time to come.
    const links = page.locator(".items h3 a");
    await links.nth(5).waitFor();
    const last = links.last();
    await last.scrollIntoViewIfNeeded();
    await page.locator(".items li:visible").last().locator("p mark").first().waitFor();
    await page.waitForLoadState("networkidle");
    const top = () => last.evaluate((link) => Math.round(link.getBoundingClientRect().top));
    const place = await top();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
    await last.click();
    await page.waitForURL(/\/article\//u);
    await page.locator(".story h1").waitFor();
    if (reloads) {
      await page.reload();
      await alive(page);
    }

    await page.goBack();
    await last.waitFor();
    await page.locator(".items li").last().locator("p mark").first().waitFor();
    await page.waitForLoadState("networkidle");
    await expect.poll(async () => Math.abs((await top()) - place)).toBeLessThanOrEqual(1);
  });

  journey("says without JavaScript that it needs it, and offers other ways", async ({ visit }) => {
    const { page } = await visit("/search", { width, javaScriptEnabled: false });
    expect(await page.locator("main").innerText()).toContain("needs JavaScript");
    expect(await page.locator("main .ways a").count()).toBe(3);
  });
});

/** The marked passage of a story, as far as it is in the window. */
function passageInView(page: Page): Promise<string> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get("passage") ?? [];
    if (!(range instanceof Range)) return "";
    const { top, bottom } = range.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? range.toString() : "";
  });
}
