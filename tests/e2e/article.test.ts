import { describe, expect } from "vitest";
import { hrefs } from "../support/hrefs.ts";
import { journey, CORE_WIDTHS } from "../support/journey.ts";

describe.each(CORE_WIDTHS)("an article opened from its address, %i px wide", (width) => {
  journey("says what it is, who wrote it, when and where it belongs", async ({ visit }) => {
    const { page } = await visit("/article/operation-rescue", { width });
    const story = page.locator("article.story");
    await expect(story.getByRole("heading", { level: 1 }).innerText()).resolves.toBe(
      "Europol counts 670 suspects and 230 children brought to safety",
    );
    expect(await story.locator(".byline").innerText()).toBe("By the Crime desk, 17 March 2011, 09:30 in\u00A0Crime");
    expect(await story.locator(".credits time").first().innerText()).toBe("17 March 2011, 09:30");
    expect(await story.locator(".kicker").getByRole("link").allInnerTexts()).toEqual(["Crime", "Operation Rescue"]);
    expect(await page.title()).toBe("Europol counts 670 suspects and 230 children brought to safety | Broadsheet");
  });

  journey("has a chip for each topic and place", async ({ visit }) => {
    const { page } = await visit("/article/operation-rescue", { width });
    const chips = page.getByRole("list", { name: "Topics of this story" }).getByRole("link");
    expect((await chips.allInnerTexts()).slice(0, 6)).toEqual([
      "Operation Rescue",
      "Europol",
      "Child Exploitation and Online Protection",
      "CEOP",
      "Internet crime",
      "the Netherlands",
    ]);
    expect(await chips.count()).toBe(15);
    expect(await chips.nth(1).getAttribute("href")).toBe("/topic/europol");
  });

  journey.for(["operation-rescue", "voyager-1-makes-sense-again"])("has them below its text: %s", async (slug, { visit }) => {
    const { page } = await visit(`/article/${slug}`, { width });
    const text = await page.locator("article.story .prose").boundingBox();
    const chips = await page.getByRole("list", { name: "Topics of this story" }).boundingBox();
    expect(chips?.y).toBeGreaterThan((text?.y ?? 0) + (text?.height ?? Infinity));
  });

  journey("leads to other stories of its topics, none of them itself", async ({ visit }) => {
    const { page } = await visit("/article/operation-rescue", { width });
    const stories = await hrefs(page.getByRole("region", { name: /^More about/u }).locator("h3 a"));
    expect(stories.length).toBeGreaterThan(0);
    expect(stories.length).toBeLessThanOrEqual(4);
    expect(stories).not.toContain("/article/operation-rescue");
  });

  journey("has news from its nearest two places, each under the name of its place", async ({ visit }) => {
    const { page } = await visit("/article/operation-rescue", { width });
    const headings = page.getByRole("heading", { level: 2, name: /^More news from/u });
    expect(await headings.allInnerTexts()).toEqual(["More news from the Netherlands", "More news from United Kingdom"]);
  });

  journey("shows all news from a place where it stands", async ({ visit }) => {
    const { page } = await visit("/article/operation-rescue", { width });
    const strip = page.getByRole("region", { name: "More news from United Kingdom" });
    const rows = strip.locator("h3 a");
    expect(await rows.filter({ visible: true }).count()).toBe(4);
    const button = strip.getByText(/^Show all/u);
    const total = numberIn(await button.innerText());
    await button.click();
    expect(await rows.filter({ visible: true }).count()).toBe(total);
    const above = await hrefs(page.getByRole("region", { name: /^More about/u }).locator("h3 a"));
    const all = [...above, ...(await hrefs(page.locator(".expander h3 a"))), "/article/operation-rescue"];
    expect(new Set(all).size).toBe(all.length);
    await strip.getByText("Show fewer").click();
    expect(await rows.filter({ visible: true }).count()).toBe(4);
  });
});

function numberIn(text: string): number {
  return Number(/\d+/u.exec(text)?.[0]);
}

journey("every quotation begins with the same mark, the second of a story too", async ({ visit }) => {
  const { page } = await visit("/article/paris-agreement-adopted");
  const marks = await page
    .locator(".prose blockquote")
    .evaluateAll((quotes) => quotes.map((quote) => getComputedStyle(quote, "::before").inlineSize));
  expect(marks.length).toBeGreaterThan(1);
  expect(new Set(marks).size).toBe(1);
});

journey("a pull quote reaches into the margin, where there is one", async ({ visit }) => {
  const { page } = await visit("/article/voyager-1-makes-sense-again", { width: 1280 });
  const end = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => one.getBoundingClientRect().right);
  expect(await end(".prose > .pull")).toBeGreaterThan((await end("#p-1")) + 50);
});

journey(
  "names the stories before and after it on one line, and their sections on another, also where one headline is longer",
  async ({ visit }) => {
    const { page } = await visit("/article/lockbit-taken-down", { width: 1280 });
    const turn = page.locator(".turn");
    await turn.locator("a").nth(1).waitFor();
    await page.evaluate(() => document.fonts.ready);
    const boxes = (selector: string) => turn.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
    const [before, after] = await boxes("bdi");
    expect(before?.height).toBeGreaterThan(after?.height ?? Infinity);
    for (const selector of ["span .icon", "bdi"]) {
      const [first, second] = await boxes(selector);
      expect(second?.top, selector).toBeCloseTo(first?.top ?? NaN, 1);
    }
  },
);

journey.for(CORE_WIDTHS)("the bar over a story is full where its text ends, %i px wide", async (width, { visit }) => {
  const { page } = await visit("/article/operation-rescue", { width });
  const filled = () =>
    page.evaluate(() => new DOMMatrix(getComputedStyle(document.querySelector(".oxford") ?? document.body, "::before").transform).a);
  const goTo = (share: number) =>
    page.evaluate((of) => {
      const { top, height } = document.querySelector(".prose")?.getBoundingClientRect() ?? new DOMRect();
      scrollTo(0, scrollY + top + (height - innerHeight) * of);
    }, share);
  expect(await filled()).toBe(0);
  await goTo(0.5);
  await expect.poll(filled).toBeCloseTo(0.5, 1);
  await goTo(1);
  await expect.poll(filled).toBeCloseTo(1, 1);
});

journey("what an abbreviation stands for is written beside it at a tap, and again in print", async ({ visit }) => {
  const { page } = await visit("/article/operation-rescue", { width: 360, hasTouch: true });
  const letters = page.locator(".prose abbr");
  await page
    .locator(".prose p")
    .first()
    .evaluate((paragraph) => {
      const abbr = document.createElement("abbr");
      Object.assign(abbr, { title: "North Atlantic Treaty Organization", tabIndex: 0, textContent: "NATO" });
      paragraph.prepend(abbr, " ");
    });
  // On lines of its own it is as wide as all that it says.
  const width = () => letters.evaluate((abbr) => [...abbr.getClientRects()].reduce((sum, line) => sum + line.width, 0));
  const before = await width();
  await letters.tap();
  expect(await width()).toBeGreaterThan(3 * before);
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  expect(await width()).toBe(before);
  await page.emulateMedia({ media: "print" });
  expect(await width()).toBeGreaterThan(3 * before);
});
