import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { assetPath } from "../support/assetPath.ts";
import { journey, WIDTHS } from "../support/journey.ts";
import type { Site } from "../support/site.ts";

const STORY = "/article/operation-rescue";
const FILE = "/data/topic/europol.json";

describe.each(WIDTHS)("the page behind a link, %i px wide", (width) => {
  journey("is fetched when the pointer has rested on it for 65 ms, data and code, and not again on the click", async ({ visit, site }) => {
    const { page } = await visit(STORY, { width });
    await chip(page).scrollIntoViewIfNeeded();
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await chip(page).hover();
    await page.clock.runFor(60);
    expect(times(site, FILE)).toBe(0);
    await page.clock.runFor(10);
    await expect.poll(() => times(site, FILE)).toBe(1);
    await expect.poll(() => times(site, assetPath(/^lists-.*\.js$/u))).toBe(1);
    await page.clock.resume();
    await chip(page).click();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    expect(times(site, FILE)).toBe(1);
    expect(times(site, assetPath(/^lists-.*\.js$/u))).toBe(1);
  });

  journey("is left alone when the pointer only passes over it", async ({ visit, site }) => {
    const { page } = await visit(STORY, { width });
    await chip(page).scrollIntoViewIfNeeded();
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await chip(page).hover();
    await page.clock.runFor(40);
    await page.mouse.move(2, 400);
    await page.clock.runFor(1000);
    // What was asked for before this would be here with it.
    await page.evaluate(() => fetch("/robots.txt"));
    expect(times(site, FILE)).toBe(0);
  });

  journey("is fetched when the link has the focus, and not again on Enter", async ({ visit, site }) => {
    const { page } = await visit(STORY, { width });
    await chip(page).focus();
    await expect.poll(() => times(site, FILE)).toBe(1);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    expect(times(site, FILE)).toBe(1);
  });

  journey("is fetched at the first touch, and not again on the tap", async ({ visit, site }) => {
    const { page } = await visit(STORY, { width, hasTouch: true });
    await chip(page).scrollIntoViewIfNeeded();
    const { x, y, height } = (await chip(page).boundingBox()) ?? { x: 0, y: 0, height: 0 };
    const touch = await page.context().newCDPSession(page);
    const point = { x: x + 10, y: y + height / 2 };
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
    await expect.poll(() => times(site, FILE)).toBe(1);
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    expect(times(site, FILE)).toBe(1);
  });

  journey("is fetched for three of those in view where the connection is slow", async ({ visit, site }) => {
    const { page } = await visit("/latest", { width, connection: "3g" });
    const stories = () => site.asked.filter((asked) => asked.startsWith("/data/article/"));
    await expect.poll(stories).toHaveLength(3);
    await page.clock.install();
    await page.clock.runFor(5000);
    await page.evaluate(() => fetch("/robots.txt"));
    expect(stories()).toHaveLength(3);
  });

  journey("is not fetched again when the reader comes back to it", async ({ visit, site }) => {
    const { page } = await visit(STORY, { width });
    await chip(page).click();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    await page.goBack();
    await expect.poll(() => chip(page).count()).toBe(1);
    await page.goForward();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    expect(times(site, FILE)).toBe(1);
    expect(times(site, `/data${STORY}.json`)).toBe(1);
  });
});

function chip(page: Page) {
  return page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true });
}

function times(site: Site, path: string): number {
  return site.asked.filter((asked) => asked === path).length;
}
