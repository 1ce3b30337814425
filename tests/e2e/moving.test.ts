import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { assetPath } from "../support/assetPath.ts";
import { late } from "../support/faults.ts";
import { alive, drawn, journey, LATER, WIDTHS } from "../support/journey.ts";

const STORY = { path: "/article/operation-rescue", title: "Europol counts 670 suspects and 230 children brought to safety | Broadsheet" };
const TOPIC = { path: "/topic/europol", title: "Europol news | Broadsheet" };

describe.each(WIDTHS)("moving through the paper, %i px wide", (width) => {
  journey("goes from a chip to its topic and on to a story without loading a page", async ({ visit }) => {
    const { page } = await visit(STORY.path, { width });
    const loads = countLoads(page);
    await follow(chip(page, "Europol"), page);
    await arrived(page, TOPIC);
    expect(await focused(page)).toBe("H1 Europol news 8 stories");
    expect(await scroll(page)).toBe(0);

    await follow(page.locator("main h3 a").last(), page);
    await arrived(page, STORY);
    expect(await focused(page)).toBe("H1 Europol counts 670 suspects and 230 children brought to safety");
    expect(await scroll(page)).toBe(0);
    expect(loads()).toBe(0);
  });

  journey("leads back to the place and the link that was left", async ({ visit }) => {
    const { page } = await visit(STORY.path, { width });
    const fromStory = await follow(chip(page, "Europol"), page);
    await arrived(page, TOPIC);
    const fromTopic = await follow(page.locator("main h3 a").last(), page);
    await arrived(page, STORY);

    await page.goBack();
    await backAt(page, TOPIC, fromTopic);
    await page.goBack();
    await backAt(page, STORY, fromStory);
    await page.goForward();
    await arrived(page, TOPIC);
  });

  journey("leads back to place and link also after a reload in the middle, and the reload keeps its own place", async ({ visit }) => {
    const { page } = await visit(STORY.path, { width });
    const fromStory = await follow(chip(page, "Europol"), page);
    await arrived(page, TOPIC);
    const fromTopic = await follow(page.locator("main h3 a").last(), page);
    await arrived(page, STORY);
    await page.evaluate(() => scrollTo(0, 640));
    await page.reload();
    await alive(page);
    await expect.poll(() => scroll(page)).toBe(640);

    await page.goBack();
    await backAt(page, TOPIC, fromTopic);
    await page.goBack();
    await backAt(page, STORY, fromStory);
  });

  journey("leads back to the place on a page that the browser itself has left and loads again", async ({ visit, site }) => {
    const { page } = await visit(STORY.path, { width });
    await page.evaluate(() => scrollTo(0, 640));
    await page.goto(`${site.address}latest`);
    await alive(page);
    await page.evaluate(() => scrollTo(0, 200));
    await page.goBack();
    await alive(page);
    await expect.poll(() => scroll(page)).toBe(640);
  });

  journey("begins at the top of a page that is loaded anew", async ({ visit, site }) => {
    const { page } = await visit(STORY.path, { width });
    await page.evaluate(() => scrollTo(0, 640));
    await page.goto(`${site.address}latest`);
    await alive(page);
    await page.goto(site.address + STORY.path.slice(1));
    await alive(page);
    await drawn(page);
    expect(await scroll(page)).toBe(0);
  });

  journey("does not move under a reader who has begun before the app is there", async ({ visit, site }) => {
    site.faults.set(assetPath(/^app-.*\.js$/u), late(500));
    const { page } = await visit("/icon.svg", { width, waits: false });
    await page.goto(new URL(STORY.path, page.url()).href, { waitUntil: "commit" });
    await page.locator("footer.foot").waitFor();
    await page.locator(LATER).first().waitFor({ state: "detached" });
    await page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 640)));
    const before = await page.locator(".prose > p").nth(2).boundingBox();
    await page.evaluate(() => {
      addEventListener("scroll", () => (document.documentElement.dataset["jumps"] += scrollY < 320 ? "!" : ""));
      document.documentElement.dataset["jumps"] = "";
    });
    await alive(page);
    await drawn(page);
    expect((await page.locator(".prose > p").nth(2).boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
    expect(await page.locator("html").getAttribute("data-jumps")).toBe("");
  });

  journey("goes to a part of a page and back to where its link was", async ({ visit }) => {
    const { page } = await visit("/topics", { width });
    await page.evaluate(() => scrollTo(0, 20));
    const there = await follow(page.getByRole("navigation", { name: "Letters" }).getByRole("link").last(), page);
    await expect.poll(() => scroll(page)).toBeGreaterThan(there.y + 300);
    const part = await scroll(page);
    await page.goBack();
    await expect.poll(() => scroll(page)).toBe(there.y);
    await page.goForward();
    await expect.poll(() => scroll(page)).toBe(part);
    await page.goBack();
    await expect.poll(() => scroll(page)).toBe(there.y);
  });

  journey("goes to a note by its address, and back to the top", async ({ visit }) => {
    const { page } = await visit("/article/gravitational-waves-heard", { width });
    await page.evaluate(() => (location.hash = "#note-1"));
    await expect.poll(() => scroll(page)).toBeGreaterThan(200);
    await page.goBack();
    await expect.poll(() => scroll(page)).toBe(0);
  });

  journey("says the title of each page once", async ({ visit }) => {
    const { page } = await visit(STORY.path, { width });
    const said = await listen(page);
    await follow(chip(page, "Europol"), page);
    await arrived(page, TOPIC);
    await expect.poll(said).toEqual([TOPIC.title]);
    await page.goBack();
    await arrived(page, STORY);
    await expect.poll(said).toEqual([TOPIC.title, STORY.title]);
    await drawn(page);
    expect(await said()).toHaveLength(2);
  });

  journey.for<[string, Parameters<Locator["click"]>[0]]>([
    ["Ctrl", { modifiers: ["Control"] }],
    ["Shift", { modifiers: ["Shift"] }],
    ["the middle button", { button: "middle" }],
  ])("leaves a click with %s to the browser", async ([, click], { visit }) => {
    const { page, context } = await visit(STORY.path, { width });
    const [tab] = await Promise.all([context.waitForEvent("page"), chip(page, "Europol").click(click)]);
    await alive(tab);
    expect(new URL(tab.url()).pathname).toBe("/topic/europol");
    expect(new URL(page.url()).pathname).toBe(STORY.path);
    expect(await page.title()).toBe(STORY.title);
  });
});

function chip(page: Page, name: string): Locator {
  return page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name, exact: true });
}

/** Clicks a link. @returns how far down the page was at that moment, and where the link leads */
async function follow(link: Locator, page: Page): Promise<{ y: number; href: string }> {
  const href = (await link.getAttribute("href")) ?? "";
  await page.evaluate(() =>
    addEventListener("click", () => (document.documentElement.dataset["left"] = String(scrollY)), { capture: true, once: true }),
  );
  await link.click();
  const left = await page.locator("html").getAttribute("data-left");
  return { y: Number(left), href };
}

async function backAt(page: Page, at: typeof STORY, { y, href }: { y: number; href: string }): Promise<void> {
  await arrived(page, at);
  expect(y, "the link has to be far enough down for the test to tell").toBeGreaterThan(100);
  await expect.poll(() => scroll(page)).toBe(y);
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(href);
}

/** The address changes a moment before the page does. */
async function arrived(page: Page, { path, title }: typeof STORY): Promise<void> {
  await expect.poll(() => page.title()).toBe(title);
  expect(new URL(page.url()).pathname).toBe(path);
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches("h1, a"))).toBe(true);
  // Below the first screen the page comes a moment later.
  await page.locator(".coming").waitFor({ state: "detached" });
}

function scroll(page: Page): Promise<number> {
  return page.evaluate(() => scrollY);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`);
}

function countLoads(page: Page): () => number {
  let loads = 0;
  page.on("domcontentloaded", () => (loads += 1));
  return () => loads;
}

/** Hears what a screen reader would say by itself. @returns all that was said so far */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const observer = new MutationObserver((mutations) => {
      const at = ({ target }: MutationRecord) => (target instanceof Element ? target : target.parentElement);
      for (const region of new Set(mutations.map((mutation) => at(mutation)?.closest("[aria-live], [role=status], [role=alert]"))))
        if (region?.textContent) said.push(region.textContent);
      document.documentElement.dataset["said"] = JSON.stringify(said);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return async () => JSON.parse((await page.locator("html").getAttribute("data-said")) ?? "[]");
}
