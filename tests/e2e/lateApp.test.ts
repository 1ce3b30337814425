import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { alive, journey } from "../support/journey.ts";

const STORY = "/article/voyager-1-makes-sense-again";

/** Keeps the app from arriving. @returns lets it in */
async function holdApp(page: Page): Promise<() => void> {
  let letIn = () => {};
  const open = new Promise<void>((resolve) => (letIn = resolve));
  await page.route(/\/assets\/(?:react|main)-[^/]+\.js$/u, async (route) => {
    await open;
    await route.continue();
  });
  return letIn;
}

describe("a page whose app is on its way", () => {
  journey("keeps a press on a button, and answers it when the app is there", async ({ visit }) => {
    const { page } = await visit("/icon.svg", { waits: false });
    const letIn = await holdApp(page);
    await page.goto(new URL(STORY, page.url()).href);
    const button = page.getByRole("button", { name: "Text", exact: true }).first();
    await button.click();
    expect(await page.getByRole("dialog").count()).toBe(0);
    letIn();
    await page.getByRole("dialog").waitFor();
  });

  journey("keeps the keys of a shortcut too", async ({ visit }) => {
    const { page } = await visit("/icon.svg", { waits: false });
    const letIn = await holdApp(page);
    await page.goto(new URL(STORY, page.url()).href);
    await page.keyboard.press("g");
    await page.keyboard.press("h");
    expect(new URL(page.url()).pathname).toBe(STORY);
    letIn();
    await page.waitForURL(/:\d+\/$/u);
  });

  journey("follows its links by itself", async ({ visit }) => {
    const { page } = await visit("/icon.svg", { waits: false });
    const letIn = await holdApp(page);
    await page.goto(new URL(STORY, page.url()).href);
    await page.locator(".kicker a").first().click();
    await page.waitForURL(/\/section\//u);
    letIn();
    await alive(page);
  });

  journey("asks for nothing of the app before the story is drawn", async ({ visit, site }) => {
    const { page } = await visit(STORY);
    const first = (pattern: RegExp) => site.asked.findIndex((path) => pattern.test(path));
    expect(first(/\.woff2$/u)).toBeLessThan(first(/\/react-/u));
    expect(first(/\/pictures\//u)).toBeLessThan(first(/\/react-/u));
    const loaded = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType("navigation");
      const script = performance.getEntriesByType("resource").find(({ name }) => name.includes("/react-"));
      return navigation instanceof PerformanceNavigationTiming && script ? script.startTime >= navigation.loadEventStart : undefined;
    });
    expect(loaded).toBe(true);
  });

  journey("asks for each of its files once", async ({ visit, site }) => {
    await visit(STORY);
    const scripts = site.asked.filter((path) => /\.js$|\/data\/(?:edition|article)/u.test(path));
    expect(scripts.toSorted()).toEqual([...new Set(scripts)].toSorted());
    expect(scripts).toContain(`/data${STORY}.json`);
  });
});
