import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { journey, someOf, type Visit } from "../support/journey.ts";

const STORY = "/article/voyager-1-makes-sense-again";
const LIST = "/section/science";

/** A phone upright. */
const UPRIGHT = { width: 390, height: 844 };
const ACROSS = { width: 844, height: 390 };
const WIDE = { width: 1280, height: 800 };

/** The line is noted when the page has kept still for a moment, which shows only once it is laid out anew; in milliseconds. */
const LINE_NOTED = 300;

/** How far down a text the reader is, as a share. */
const DEPTHS = someOf([0.55, 0.3]);

describe.each([
  ["a phone", true],
  ["a window", false],
])("in a story on %s", (_device, isMobile) => {
  journey.for(DEPTHS)("the line that is read stays in view while it is turned or resized: %f down", async (depth, { visit }) => {
    const { page } = await visitUpright(visit, STORY, { isMobile });
    const word = await readAt(page, depth);
    for (const size of [ACROSS, UPRIGHT, WIDE, ACROSS, UPRIGHT]) {
      await page.setViewportSize(size);
      await expect.poll(() => page.evaluate(isInView, word)).toBe(true);
    }
    // Turned back it stands where it stood.
    await expect.poll(() => page.evaluate(wordAtTop)).toEqual(word);
  });

  // In a window that is resized the browser's own anchoring may let go of a long paragraph, and only a script can help.
  if (!isMobile) return;
  journey.for(DEPTHS)("the paragraph that is read stays in view without scripts: %f down", async (depth, { visit }) => {
    const { page } = await visitUpright(visit, STORY, { isMobile, javaScriptEnabled: false });
    const { place } = await readAt(page, depth);
    for (const size of [ACROSS, UPRIGHT, WIDE, ACROSS, UPRIGHT]) {
      await page.setViewportSize(size);
      await expect.poll(() => page.evaluate(isInView, { place, letter: -1 })).toBe(true);
    }
  });
});

journey.for(DEPTHS)("in a list that is turned or resized the line stays in view: %f down", async (depth, { visit }) => {
  const { page } = await visitUpright(visit, LIST, {});
  const word = await readAt(page, depth);
  for (const size of [ACROSS, UPRIGHT, WIDE, UPRIGHT]) {
    await page.setViewportSize(size);
    await expect.poll(() => page.evaluate(isInView, word)).toBe(true);
  }
});

journey.for(DEPTHS)("the line stays in view in text of another size, face and width: %f down", async (depth, { visit }) => {
  const { page } = await visit(STORY);
  const word = await readAt(page, depth);
  await page.keyboard.press("t");
  for (const [group, choice] of [
    ["Text size", "Extra large"],
    ["Typeface", "OpenDyslexic"],
    ["Column width", "Narrow"],
    ["Text size", "Small"],
  ] as const) {
    await page.getByRole("group", { name: group }).getByRole("radio", { name: choice }).check();
    await page.evaluate(() => document.fonts.ready);
    await expect.poll(() => page.evaluate(isInView, word)).toBe(true);
  }
});

journey("a page that stands at its top stays there", async ({ visit }) => {
  const { page } = await visitUpright(visit, STORY, { isMobile: true });
  await page.setViewportSize(ACROSS);
  await page.setViewportSize(UPRIGHT);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

journey("the foot of a page stays where the window shows nothing else", async ({ visit }) => {
  const { page } = await visit(STORY, { viewport: ACROSS });
  await readAt(page, 0.3);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(LINE_NOTED);
  expect(await page.evaluate(() => document.querySelector("footer")!.getBoundingClientRect().bottom - innerHeight)).toBeLessThan(1);
});

journey("a place that was come back to is kept as well", async ({ visit }) => {
  const { page } = await visitUpright(visit, STORY, { isMobile: true });
  await page.locator(".chip", { hasText: "NASA" }).click();
  await page.getByRole("heading", { level: 1, name: "NASA news" }).waitFor();
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  const word = await readAt(page, undefined);
  await page.setViewportSize(ACROSS);
  await expect.poll(() => page.evaluate(isInView, word)).toBe(true);
});

type Options = { isMobile?: boolean; javaScriptEnabled?: boolean };

/** A text of the page by its number among all, and a letter of it. */
type Word = { place: number; letter: number };

async function visitUpright(visit: Visit, path: string, options: Options): Promise<{ page: Page }> {
  return visit(path, { viewport: UPRIGHT, hasTouch: options.isMobile ?? false, ...options });
}

/** Reads at a place for a moment. @returns the word at the top of the window */
async function readAt(page: Page, depth: number | undefined): Promise<Word> {
  if (depth !== undefined) await page.evaluate((share) => scrollTo(0, document.querySelector("main")!.scrollHeight * share), depth);
  await page.waitForTimeout(LINE_NOTED);
  const word = await page.evaluate(wordAtTop);
  expect(word).toBeDefined();
  return word;
}

/** Below a masthead that stays. Runs in the page. */
function wordAtTop(): Word {
  const TOP = 78;
  const texts = [...document.querySelectorAll("main :is(.prose > p, .prose li, h2, h3, .standfirst)")];
  const place = texts.findIndex((each) => each.getBoundingClientRect().bottom > TOP);
  const walker = document.createTreeWalker(texts[place]!, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    for (let at = 0; at < node.length; at += 1) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      if (range.getBoundingClientRect().bottom > TOP) return { place, letter: before + at };
    }
    before += node.length;
  }
  return { place, letter: 0 };
}

/** The letter, or with none any part of the text. Runs in the page. */
function isInView({ place, letter }: Word): boolean {
  const text = [...document.querySelectorAll("main :is(.prose > p, .prose li, h2, h3, .standfirst)")][place]!;
  const range = new Range();
  range.selectNodeContents(text);
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let left = letter;
  for (let node = letter < 0 ? null : walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left < node.length) {
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      break;
    }
    left -= node.length;
  }
  const { top, bottom } = range.getBoundingClientRect();
  const head = document.querySelector(".story-head");
  const above = head && getComputedStyle(head).position === "sticky" ? head.getBoundingClientRect().bottom : 0;
  return bottom > above && top < innerHeight;
}
