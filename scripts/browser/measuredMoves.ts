import type { BrowserContext, Locator, Page } from "playwright-core";
import type { Pages } from "./pages.ts";
import { newTab, open } from "./phone.ts";

/** How long a tap, a step to another page, and the way back take until the headline is painted, in milliseconds. */
export type Moves = { toStory: number; toTopic: number; back: number; backOff: number; event: number };

/** What a reader takes to find the next link, in milliseconds. By then a page is alive. */
const READS = 4000;

/** How far down the list the reader is when they open a story, in pixels. */
const DOWN = 700;

/** From a topic to a story and back, and from a story to its topic. */
export async function measuredMoves(phone: BrowserContext, origin: string, pages: Pages): Promise<Moves> {
  const page = await newTab(phone);
  await open(page, origin + pages.topic);
  await page.waitForTimeout(READS);
  const link = await linkInView(page);
  await page.waitForTimeout(READS / 2);
  const scrolled = await page.evaluate(() => scrollY);
  const toStory = await tapped(page, link);
  await page.waitForTimeout(READS);
  const event = await page.evaluate(() => window.noted.event);
  const story = await headline(page);
  const start = await page.evaluate(() => {
    const now = performance.timeOrigin + performance.now();
    setTimeout(() => history.back());
    return now;
  });
  const back = (await arrived(page, story, scrolled)) - start;
  await page.waitForTimeout(500);
  const backOff = Math.abs((await page.evaluate(() => scrollY)) - scrolled);
  await open(page, origin + pages.article);
  await page.waitForTimeout(READS);
  const chip = page.locator(`a[href="${pages.topic}"]`).last();
  await chip.scrollIntoViewIfNeeded();
  await page.waitForTimeout(READS / 2);
  const toTopic = await tapped(page, chip);
  await page.close();
  return { toStory: Math.round(toStory), toTopic: Math.round(toTopic), back: Math.round(back), backOff: Math.round(backOff), event };
}

/** Goes down the list until the link of a story is wholly in view. */
async function linkInView(page: Page): Promise<Locator> {
  const links = page.locator(":is(main, body > h2) a[href^='/article/']");
  for (let y = DOWN; y < DOWN + 1000; y += 50) {
    const place = await links.evaluateAll((all, top) => {
      scrollTo(0, top);
      return all.findIndex((link) => {
        const box = link.getBoundingClientRect();
        return box.width > 0 && box.top > 150 && box.bottom < innerHeight - 100;
      });
    }, y);
    if (place >= 0) return links.nth(place);
  }
  throw new Error(`${page.url()} shows no link to /article/… from ${DOWN} to ${DOWN + 1000} pixels down.`);
}

async function tapped(page: Page, link: Locator): Promise<number> {
  const before = await headline(page);
  const box = await link.boundingBox();
  if (!box) throw new Error("The link is not on the page.");
  await page.evaluate(() => {
    addEventListener("touchstart", ({ timeStamp }) => (window.name = String(performance.timeOrigin + timeStamp)), {
      capture: true,
      once: true,
    });
  });
  await page.touchscreen.tap(box.x + Math.min(20, box.width / 2), box.y + 12);
  const end = await arrived(page, before);
  return end - Number(await page.evaluate(() => window.name));
}

/** A plain link takes the page with it that was to tell; then the next one is asked. */
async function arrived(page: Page, before: string, scrolled?: number): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return await page.evaluate(([headlineBefore, y]) => window.arrival(headlineBefore, y), [before, scrolled] as const);
    } catch (error) {
      if (tries === 19) throw error;
      await page.waitForTimeout(5);
    }
  }
  throw new Error("The page never came.");
}

const headline = (page: Page): Promise<string> => page.evaluate(() => document.querySelector("h1")?.textContent ?? "");
