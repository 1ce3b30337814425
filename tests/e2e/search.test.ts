import { describe, expect } from "vitest";
import { journey, WIDTHS } from "../support/journey.ts";

describe.each(WIDTHS)("the search, %i px wide", (width) => {
  journey("finds while the reader types, leads to a story, and is there again on Back", async ({ visit }) => {
    const { page } = await visit("/search", { width });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.getByRole("searchbox", { name: "Search for" }).fill("Dubai");
    await page.locator(".items mark").first().waitFor();
    expect(new URL(page.url()).search).toBe("?q=Dubai");
    expect(asked).toContain("/data/search/manifest.json");
    const count = await page.locator("#found").textContent();
    await page.locator(".items h3 a").first().click();
    await page.locator("article.story, main h1").first().waitFor();
    await page.waitForURL(/\/article\//u);
    await page.goBack();
    await page.locator(".items mark").first().waitFor();
    expect(await page.locator("#found").textContent()).toBe(count);
  });

  journey("says without JavaScript that it needs it, and offers other ways", async ({ visit }) => {
    const { page } = await visit("/search", { width, javaScriptEnabled: false });
    expect(await page.locator("main").innerText()).toContain("needs JavaScript");
    expect(await page.locator("main .ways a").count()).toBe(3);
  });
});
