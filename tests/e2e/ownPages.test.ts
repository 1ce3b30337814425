import { describe, expect } from "vitest";
import { cacheName } from "#content/serviceWorker.ts";
import { alive, journey, WIDTHS } from "../support/journey.ts";
import { NO_CONNECTION } from "../support/kept.ts";

describe.each(WIDTHS)("a page of the paper, %i px wide", (width) => {
  journey("is led to from the foot of a page, tells machines what it is, and its list of headings leads to them", async ({ visit }) => {
    const { page } = await visit("/topics", { width });
    await page.locator("footer.foot").getByRole("link", { name: "About", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "About this paper" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/about");
    const contents = page.getByRole("navigation", { name: "On this page" });
    const [list, text] = await Promise.all([contents.boundingBox(), page.locator(".prose").boundingBox()]);
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThan(text?.y ?? 0);
    await contents.getByRole("link", { name: "Corrections" }).click();
    await expect
      .poll(() => page.evaluate(() => document.querySelector("#corrections")?.getBoundingClientRect().top ?? -1))
      .toBeLessThan(200);
    await page.locator("main").getByRole("link", { name: "imprint" }).click();
    await page.getByRole("heading", { level: 1, name: "Imprint" }).waitFor();

    await page.reload();
    await alive(page);
    const things = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(things ?? "")["@graph"]).toMatchObject([
      { "@type": "WebPage", name: "Imprint" },
      { "@type": "BreadcrumbList", itemListElement: [{ name: "Broadsheet" }, { name: "Imprint" }] },
    ]);
    expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toMatch(/\/imprint$/u);
  });

  journey("is found by the search, without a date", async ({ visit }) => {
    const { page } = await visit("/search?q=typefaces", { width });
    const hit = page.locator("main article", { hasText: "Imprint" });
    await hit.waitFor();
    expect(await hit.locator("time").count()).toBe(0);
    await hit.getByRole("link", { name: "Imprint" }).click();
    await page.getByRole("heading", { level: 1, name: "Imprint" }).waitFor();
  });
});

journey("a page that was visited is there without a connection", async ({ visit, site }) => {
  const { page, context, forgive } = await visit("/about", { worker: true });
  const isKept = (kind: "pages" | "data", path: string) =>
    page.evaluate(async ([cache, url]) => Boolean(await (await caches.open(cache)).match(url)), [cacheName("/", kind), path] as const);
  await expect.poll(() => isKept("pages", "/about"), { timeout: 20_000 }).toBe(true);
  await expect.poll(() => isKept("data", "/data/about.json"), { timeout: 20_000 }).toBe(true);
  await context.setOffline(true);
  await site.close();
  forgive(NO_CONNECTION);
  await page.reload();
  await alive(page);
  expect(await page.locator("h1").innerText()).toBe("About this paper");
});
