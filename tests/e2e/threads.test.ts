/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { barriers } from "../support/accessibility/barriers.ts";
import { sidewaysScroll } from "../support/accessibility/sidewaysScroll.ts";
import { servedPaper } from "../support/builtPaper.ts";
import { dutchFiles, ferryFiles, ferryHeadlines, ferryPart } from "../support/ferryThread.ts";
import { journey, WIDTHS } from "../support/journey.ts";

/** Parts before the others, of which a page leaves some out. */
const EARLIER = [0, 1, 2, 3, 4, 5, 6, 7];
const earlier = (n: number): [string, string] => [
  `articles/e${n}.md`,
  ferryPart(0, { headline: `Harwick ferry and Gullstone reef, week ${n + 1}`, date: `2023-0${n + 1}-05` }),
];

const EDITION = { name: "The Harbour Post", url: "https://post.example/", language: "en", languages: { nl: { name: "De Havenpost" } } };

/** A paper with a long thread in English, named by an editor, and one of four stories in Dutch. */
const threaded = journey.extend("paper", { scope: "file" }, ({}, { onCleanup }) => {
  const named = { name: "The Harwick ferry", description: "From the reef to the inquiry." };
  const threads = [{ slug: "e0", ...named, stories: [...EARLIER.map((n) => `e${n}`), "f0", "f1", "f2", "f3"], turningPoints: ["f0"] }];
  const files = {
    ...ferryFiles,
    ...Object.fromEntries(EARLIER.map(earlier)),
    ...dutchFiles,
    "edition.json": JSON.stringify(EDITION),
    "threads.json": JSON.stringify({ threads }),
  };
  return servedPaper(files, onCleanup);
});

const timeline = (page: Page) =>
  page.getByRole("region", { name: /^(?:The story so far|Het verhaal tot nu toe)/u }).filter({ visible: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).filter({ visible: true }).waitFor();
const pathOf = (page: Page) => new URL(page.url()).pathname;

describe.each(WIDTHS)("the story so far, %i px wide", (width) => {
  threaded("stands on a story, with its turning point and what it leaves out", async ({ visit, paper }) => {
    const { page } = await visit("/article/f2", { width, site: paper, colorScheme: "light" });
    await timeline(page).getByRole("heading", { level: 2, name: "The story so far The Harwick ferry" }).waitFor();
    const stories = timeline(page).getByRole("heading", { level: 3 });
    expect((await stories.allTextContents()).map((text) => text.replaceAll("\u00AD", ""))).toEqual([
      "Harwick ferry and Gullstone reef, week 1",
      ...ferryHeadlines,
    ]);
    expect(await timeline(page).getByText("Turning point").count()).toBe(1);
    expect(await timeline(page).locator("[aria-current]").innerText()).toContain("Inquiry into the");
    await timeline(page).getByRole("link", { name: "7 more stories" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await barriers(page, "colours")).toEqual([]);
  });

  threaded("leads to its thread, which can be followed", async ({ visit, paper }) => {
    const { page } = await visit("/article/f2", { width, site: paper, colorScheme: "light" });
    await timeline(page).getByRole("link", { name: "12 stories since January 2023" }).click();
    await heading(page, /The Harwick ferry/u);
    expect(pathOf(page)).toBe("/thread/e0");
    await page.getByText("From the reef to the inquiry.").filter({ visible: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toEqual([]);
    await page.getByRole("button", { name: "Follow" }).filter({ visible: true }).click();
    await page.getByRole("button", { name: "Following" }).filter({ visible: true }).waitFor();
    await page.goto(`${paper.address}following`);
    await page.getByRole("link", { name: "The Harwick ferry", exact: true }).click();
    await heading(page, /The Harwick ferry/u);
  });

  threaded.for([true, false])("leads on in an edition below a prefix, scripts: %s", async (javaScriptEnabled, { visit, paper }) => {
    const { page } = await visit("/nl/article/g2", { width, site: paper, javaScriptEnabled });
    await timeline(page)
      .getByRole("link", { name: /Duikers/u })
      .click();
    await heading(page, /Duikers/u);
    expect(pathOf(page)).toBe("/nl/article/g1");
    await timeline(page).getByRole("link", { name: "4 artikelen sinds april 2024" }).click();
    await heading(page, /De veerboot strandt/u);
    expect(pathOf(page)).toBe("/nl/thread/g0");
    expect(await page.locator("main article h3").filter({ visible: true }).count()).toBe(4);
  });
});

threaded("says what is new to a reader who has read a part of it before", async ({ visit, paper }) => {
  const { page } = await visit("/article/f1", { site: paper });
  await timeline(page).scrollIntoViewIfNeeded();
  expect(await timeline(page).getByText("New to you").count()).toBe(0);
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /\/rare-.*js$/u.test(name)));
  await page.clock.install();
  await timeline(page)
    .getByRole("link", { name: /^The Harwick ferry struck/u })
    .click();
  await heading(page, /The Harwick ferry struck/u);
  // Read to its end, for longer than a glance.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.clock.runFor(6000);
  await page.goBack();
  await expect.poll(() => timeline(page).locator("li", { hasText: "New to you" }).getByRole("heading").allInnerTexts()).toHaveLength(2);
  await page.reload();
  await expect.poll(() => timeline(page).getByText("New to you").count()).toBe(2);
});

threaded("costs a story that is in none not one request more", async ({ visit, paper }) => {
  paper.asked.length = 0;
  const { page } = await visit("/article/o1", { site: paper });
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await timeline(page).count()).toBe(0);
  expect(paper.asked.filter((path) => /StorySoFar|rare-/u.test(path))).toEqual([]);
});
