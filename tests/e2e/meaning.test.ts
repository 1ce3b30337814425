import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, inject } from "vitest";
import { barriers } from "../support/accessibility/barriers.ts";
import { broadsheet } from "../support/installation.ts";
import { journey } from "../support/journey.ts";
import { openSite } from "../support/site.ts";
import { SMALL_DICTIONARY, smallVectors } from "../support/smallVectors.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const STORIES = {
  ship: "The vessel leaves the harbour",
  fire: "Flames and smoke",
  space: "A comet near the moon",
  bread: "The baker and the oven",
};

/** A paper whose settings name word vectors. */
async function paper() {
  const content = join(temporaryFolder(), "content");
  const vectors = { en: "en.vec", de: { dictionary: "de-en", into: "en" } };
  const files = {
    "edition.json": JSON.stringify({ name: "The Tide", search: { vectors } }),
    "en.vec": smallVectors(),
    "de-en": SMALL_DICTIONARY,
    ...Object.fromEntries(
      Object.entries(STORIES).map(([name, headline]) => [
        `articles/${name}.md`,
        `---\nheadline: ${headline}\ndatePublished: 2024-04-10T07:10:00Z\n---\nA text.\n`,
      ]),
    ),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  const site = join(temporaryFolder(), "site");
  await broadsheet(inject("installation"), "build", "--content", content, "--out", site);
  return openSite(site);
}

journey("the search shows below its hits what is related in meaning, with and without a connection", async ({ visit }) => {
  const site = await paper();
  try {
    const { page, context, overlook } = await visit("/search", { site, worker: true });
    const meant = page.getByRole("region", { name: "Related in meaning" });
    const field = page.getByRole("searchbox", { name: "Search for" });
    const scripts = () => site.asked.filter((path) => /\/meaning-/u.test(path)).length;
    expect(scripts()).toBe(0);

    // Nothing has the word: what is meant stands below the line that says so.
    await field.fill("freighter");
    await meant.getByRole("heading", { level: 3 }).waitFor();
    expect(await meant.getByRole("heading", { level: 3 }).allTextContents()).toEqual([STORIES.ship]);
    expect(await meant.locator("mark").count()).toBe(0);
    expect(await page.locator("#found").textContent()).toContain("No stories found");
    expect(scripts()).toBe(1);
    expect(await barriers(page)).toEqual([]);

    // A hit by words stands above, and not twice.
    await field.fill("smoke inferno");
    await expect.poll(() => page.locator("#found").textContent()).toContain("1 story");
    expect(await page.locator(".items h3").allTextContents()).toEqual([STORIES.fire]);
    await field.fill("moon freighter sailor");
    await expect.poll(() => page.locator(".items h3").allTextContents()).toEqual([STORIES.space, STORIES.ship]);
    expect(await meant.getByRole("heading", { level: 3 }).allTextContents()).toEqual([STORIES.ship]);

    // Nonsense brings none.
    await field.fill("xyzzy");
    await page.getByRole("heading", { name: "No stories found for “xyzzy”" }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await meant.count()).toBe(0);

    // What was fetched before answers without a connection; what was not holds nothing up.
    overlook(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch/u);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.goto(`${site.address}search?q=rocket`);
    await meant.getByRole("heading", { level: 3 }).waitFor();
    await context.setOffline(true);
    await page.reload();
    await meant.getByRole("heading", { level: 3 }).waitFor();
    expect(await meant.getByRole("heading", { level: 3 }).allTextContents()).toEqual([STORIES.space]);
    await meant.getByRole("link").first().focus();
    await context.setOffline(false);
  } finally {
    await site.close();
  }
});
