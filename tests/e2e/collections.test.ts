/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { cacheName } from "#content/serviceWorker.ts";
import { barriers } from "../support/accessibility/barriers.ts";
import { builtPaper } from "../support/builtPaper.ts";
import { alive, journey, WIDTHS } from "../support/journey.ts";
import { NO_CONNECTION } from "../support/kept.ts";
import { openSite } from "../support/site.ts";
import { filesIn } from "../support/temporaryFolder.ts";

const QUAY = join(import.meta.dirname, "../fixtures/papers/quay");

const collections = journey
  .extend("folder", { scope: "file" }, async ({}, { onCleanup }) => builtPaper(Object.fromEntries(filesIn(QUAY)), onCleanup))
  .extend("quay", async ({ folder }, { onCleanup }) => {
    const site = await openSite(folder);
    onCleanup(() => site.close());
    return site;
  });

describe.each(WIDTHS)("a collection, %i px wide", (width) => {
  collections("leads from its list to an item and to the next, without a reload", async ({ visit, quay }) => {
    const { page } = await visit("/", { site: quay, width });
    await page.evaluate(() => Reflect.set(window, "stays", true));
    await page.locator("footer.foot").getByRole("link", { name: "Events", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Events" }).waitFor();
    expect(await page.locator("main section").first().getByRole("heading").allInnerTexts()).toEqual([
      "Saturday 6 June 2099",
      "The Saturday fish market",
      "Lanterns on the water",
    ]);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("link", { name: "Past", exact: true }).click();
    await page.getByRole("link", { name: "The spring regatta" }).waitFor();
    await page.getByRole("link", { name: "Upcoming", exact: true }).click();
    await page.getByRole("link", { name: "Lanterns on the water" }).click();
    await page.getByRole("heading", { level: 1, name: "Lanterns on the water" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    const [facts, text] = await Promise.all([page.locator(".facts").boundingBox(), page.locator(".prose").boundingBox()]);
    expect((facts?.y ?? 0) + (facts?.height ?? 0)).toBeLessThan(text?.y ?? 0);
    expect(await page.getByText("Saturday 6 June 2099, 21:30–23:45").getAttribute("datetime")).toBe("2099-06-06T21:30:00+02:00");
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("region", { name: "Events" }).getByRole("link", { name: "The Saturday fish market" }).click();
    await page.getByRole("heading", { level: 1, name: "The Saturday fish market" }).waitFor();
    expect(await page.evaluate(() => Reflect.get(window, "stays"))).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

collections("is read without JavaScript, and tells machines what an item is", async ({ visit, quay, folder }) => {
  const { page } = await visit("/kitchen", { site: quay, width: 360, javaScriptEnabled: false });
  await page.locator(".list-head").getByRole("link", { name: "Dessert" }).click();
  expect(new URL(page.url()).hash).toBe("#group-dessert");
  await page.getByRole("link", { name: "Mussel soup with saffron" }).click();
  expect(await page.getByRole("heading", { name: "Ingredients" }).isVisible()).toBe(true);
  const graph = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "")["@graph"];
  expect(graph).toMatchObject([
    {
      "@type": "Recipe",
      name: "Mussel soup with saffron",
      author: [{ "@type": "Person", name: "Ada Keane" }],
      totalTime: "PT35M",
      recipeIngredient: ["2 kg mussels", "1 pinch of saffron", "2 leeks"],
      recipeInstructions: [
        { text: "Wash the mussels." },
        { text: "Sweat the leeks, add the saffron." },
        { text: "Steam the mussels for four minutes." },
      ],
    },
    { "@type": "BreadcrumbList", itemListElement: [{ name: "The Quay" }, { name: "Recipes" }, { name: "Mussel soup with saffron" }] },
  ]);
  const styled = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".html") && /<link[^>]*collection-[\w-]+\.css/u.test(readFileSync(join(folder, file), "utf8")),
  );
  expect(styled.filter((file) => !/^(?:events|kitchen)/u.test(file))).toEqual([]);
  expect(styled).toHaveLength(10);
});

collections("is found by the search, and filtered by its name", async ({ visit, quay }) => {
  const { page } = await visit("/search?q=harbour", { site: quay, width: 1280 });
  const hit = page.locator("main article", { hasText: "Lanterns on the water" });
  await hit.waitFor();
  expect(await hit.innerText()).toContain("6 June 2099, 21:30–23:45 · Old Harbour · €12.50");
  await page.getByRole("checkbox", { name: /^Events/u }).click();
  await page.getByRole("checkbox", { name: /^Concert/u }).click();
  await expect.poll(() => page.locator("main article").count()).toBe(1);
  await hit.getByRole("link", { name: "Lanterns on the water" }).click();
  await page.getByRole("heading", { level: 1, name: "Lanterns on the water" }).waitFor();
});

collections("is there without a connection once it was visited", async ({ visit, quay }) => {
  const { page, context, forgive } = await visit("/events/lanterns", { site: quay, worker: true });
  const isKept = (kind: "pages" | "data", path: string) =>
    page.evaluate(async ([cache, url]) => Boolean(await (await caches.open(cache)).match(url)), [cacheName("/", kind), path] as const);
  await expect.poll(() => isKept("pages", "/events/lanterns"), { timeout: 20_000 }).toBe(true);
  await expect.poll(() => isKept("data", "/data/events/lanterns.json"), { timeout: 20_000 }).toBe(true);
  await context.setOffline(true);
  await quay.close();
  forgive(NO_CONNECTION);
  await page.reload();
  await alive(page);
  expect(await page.locator(".facts").innerText()).toContain("Old Harbour");
});
