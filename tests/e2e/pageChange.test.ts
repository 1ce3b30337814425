import type { Page } from "playwright-core";
import { expect } from "vitest";
import { late } from "../support/faults.ts";
import { journey } from "../support/journey.ts";

const STORY = "/article/operation-rescue";

journey(
  "a page that takes its time gives way to its shape, and one that is turned back from stands where it was left",
  async ({ visit, site }) => {
    site.faults.set(`/data${STORY}.json`, late(4000));
    const { page } = await visit("/topic/europol", { width: 360 });
    const link = page.locator(`main h3 a[href$="${STORY}"]`);
    await link.scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => scrollY);
    expect(left).toBeGreaterThan(0);
    await link.click();
    await page.locator("main[aria-busy=true] .skeleton.of-story").waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await page.locator("main h1").textContent()).toBe("Loading the page");

    await page.locator(".masthead .nameplate").click();
    await page.locator(".lead h2").waitFor();
    await page.goBack();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);

    await link.click();
    await page.locator(".story-top h1").waitFor();
    expect(await page.locator("[aria-busy]").count()).toBe(0);
  },
);

journey("a headline and its picture grow out of the teaser into the story and back, and nothing is named twice", async ({ visit }) => {
  const { page } = await visit("/topic/europol");
  await follow(page);
  await page.locator("main h3 a").first().click();
  await page.locator(".story-top h1").waitFor();
  await expect.poll(() => names(page)).toEqual(["headline,lead-image,masthead"]);
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await page.goBack();
  await page.locator(".day").first().waitFor();
  await expect.poll(() => names(page)).toEqual(["headline,lead-image,masthead", "headline,lead-image,masthead"]);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("A");
});

journey("pages change at once for readers who want less motion", async ({ visit }) => {
  const { page } = await visit("/topic/europol", { reducedMotion: "reduce" });
  await follow(page);
  await page.locator("main h3 a").first().click();
  await page.locator(".story-top h1").waitFor();
  expect(await names(page)).toEqual([]);
});

/** Notes of each transition what is named when it begins. */
async function follow(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset["names"] = "";
    const start = document.startViewTransition.bind(document);
    const name = (element: Element) => getComputedStyle(element).getPropertyValue("view-transition-name");
    document.startViewTransition = (change) => {
      const all = [...document.querySelectorAll("body *")].map(name).filter((each) => each !== "none");
      dataset["names"] += `${all.toSorted().join()};`;
      return start(change);
    };
  });
}

async function names(page: Page): Promise<string[]> {
  const all = await page.locator("html").getAttribute("data-names");
  return all?.split(";").slice(0, -1) ?? [];
}
