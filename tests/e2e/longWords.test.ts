import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { sidewaysScroll } from "../support/accessibility/sidewaysScroll.ts";
import { journey, someOf } from "../support/journey.ts";

/** As long as the longest words that readers and addresses bring: 168 letters, and nowhere a place to break. */
const WORD = "Rindfleischetikettierungsaufgabe".repeat(6).slice(0, 168);

/** Pages that show what a publisher writes: names, headlines, captions. */
const PAPER = ["/", "/article/voyager-1-makes-sense-again", "/author/crime-desk", "/article/operation-rescue", "/topic/europol", "/topics"];

describe.each(someOf([320, 360]))("in a window %i px wide", (width) => {
  journey("a search for a word of 168 letters finds nothing, and says so inside the page", async ({ visit }) => {
    const { page } = await visit(`/search?q=${WORD}`, { width });
    await page.locator(".none").getByText(WORD.slice(0, 40)).waitFor();
    expect(await sidewaysScroll(page)).toEqual([]);
    expect(await besideWindow(page, "main")).toEqual([]);
  });

  journey("the notices of a search break a long value", async ({ visit }) => {
    const { page } = await visit(`/search?q=${encodeURIComponent(`topic:${WORD} voyager`)}`, { width });
    await page.locator(".said").getByText(WORD.slice(0, 40)).first().waitFor();
    expect(await sidewaysScroll(page)).toEqual([]);
  });

  journey("the quick search keeps its close button beside a long word", async ({ visit }) => {
    const { page } = await visit("/", { width });
    await page.keyboard.press("/");
    await page.getByRole("dialog").getByRole("searchbox").fill(WORD);
    await page.getByRole("dialog").locator(".count").getByText(WORD.slice(0, 40)).waitFor();
    expect(await besideWindow(page, "dialog")).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  journey.for(someOf([[`/${WORD}/${WORD}/${WORD}`], [`/topic/${WORD}`], [`/${WORD}`], [`/article/${WORD}`]] as const, 2))(
    "an address that is not there is told inside the page: %s",
    async ([path], { visit }) => {
      const { page, forgive } = await visit(path, { width });
      forgive(/status of 404/u);
      await page.locator(".state .hint").getByText(WORD.slice(0, 40)).waitFor();
      expect(await sidewaysScroll(page)).toEqual([]);
      expect(await besideWindow(page, "main")).toEqual([]);
    },
  );

  journey.for(someOf(PAPER, 3).map((path) => [path] as const))("any text of %s may be one long word", async ([path], { visit }) => {
    const { page } = await visit(path, { width });
    expect(await textsThatWiden(page)).toEqual([]);
  });
});

/** Controls that are not wholly in the window from side to side. */
function besideWindow(page: Page, within: string): Promise<string[]> {
  return page
    .locator(within)
    .locator("a[href], button, input, select, summary")
    .filter({ visible: true })
    .evaluateAll((controls) =>
      controls
        .filter((control) => {
          const { left, right } = control.getBoundingClientRect();
          return left < 0 || right > innerWidth;
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 160)),
    );
}

/** Puts the long word in the place of one text after another, and tells where that makes the page wider than its window. */
function textsThatWiden(page: Page): Promise<string[]> {
  return page.locator("main").evaluate((main, word) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const wide: string[] = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (!(text instanceof Text) || text.data.trim() === "") continue;
      const own = text.data;
      text.data = word;
      if (document.documentElement.scrollWidth > innerWidth) wide.push(own.slice(0, 60));
      text.data = own;
    }
    return wide;
  }, WORD);
}

journey("an address in a list breaks on a phone, and never moves the page", async ({ visit }) => {
  const { page } = await visit("/article/operation-rescue", { width: 360 });
  await page.locator(".prose").evaluate((prose) => {
    const list = prose.appendChild(document.createElement("ul"));
    list.appendChild(document.createElement("li")).append(`https://example.org/${"x".repeat(200)}`);
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

journey("an address in the caption of a picture breaks on a phone, and never moves the page", async ({ visit }) => {
  const { page } = await visit("/article/voyager-1-makes-sense-again", { width: 360, isMobile: true });
  await page
    .locator("figcaption")
    .first()
    .evaluate((caption) => caption.prepend(`https://example.org/${"x".repeat(200)} `));
  expect(await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth])).toEqual([360, 360]);
});
