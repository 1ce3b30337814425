import type { Page } from "playwright-core";
import { expect } from "vitest";
import { announcements } from "../support/accessibility/announcements.ts";
import { DEFECTS, plant } from "../support/accessibility/plantedDefects.ts";
import { journey } from "../support/journey.ts";

/** A story with everything that the defects spoil. */
const STORY = "/article/voyager-1-makes-sense-again";

/** The strict policy would not let us spoil the page and mend it again. */
const OPTIONS = { reducedMotion: "reduce", bypassCSP: true } as const;

journey(
  "the checks find nothing on a sound page, and every one of two dozen slips that are planted in it",
  { timeout: 180_000 },
  async ({ visit }) => {
    const { page } = await visit(STORY, OPTIONS);
    for (const check of new Set(DEFECTS.map((defect) => defect.check))) expect(await check(page)).toEqual([]);
    const sound = await page.evaluate(() => ({
      body: document.body.innerHTML,
      lang: document.documentElement.lang,
      title: document.title,
      viewport: document.querySelector("meta[name=viewport]")?.getAttribute("content") ?? "",
    }));
    const missed: string[] = [];
    for (const defect of DEFECTS) {
      await plant(page, defect);
      if ((await defect.check(page)).length === 0) missed.push(defect.name);
      await page.evaluate(({ body, lang, title, viewport }) => {
        document.body.innerHTML = body;
        document.documentElement.lang = lang;
        document.title = title;
        document.querySelector("meta[name=viewport]")?.setAttribute("content", viewport);
        for (const planted of document.querySelectorAll("head > style:last-of-type"))
          if (planted.textContent.length < 200) planted.remove();
      }, sound);
    }
    expect(missed).toEqual([]);
  },
);

journey("the count of announcements sees a page that is said twice, and one that is not said", async ({ visit }) => {
  const { page } = await visit(STORY, OPTIONS);
  await page.locator("p.unseen[role=status]").evaluateAll((elements) => {
    for (const element of elements) {
      const twin = document.createElement("p");
      twin.ariaLive = "polite";
      element.after(twin);
      new MutationObserver(() => (twin.textContent = element.textContent)).observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
  });
  const said = await announcements(page);
  await page.locator(".chip").first().click();
  await arrived(page);
  await expect.poll(said).toHaveLength(2);

  await page.evaluate(() => {
    for (const each of document.querySelectorAll("[aria-live]")) each.removeAttribute("aria-live");
    for (const each of document.querySelectorAll("[role=status]")) each.removeAttribute("role");
  });
  await page.locator("main h3 a").first().click();
  await page.locator(".story-top h1").waitFor();
  await arrived(page);
  expect(await said()).toHaveLength(2);
});

async function arrived(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
}
