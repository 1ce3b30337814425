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
    const button = page.getByRole("button", { name: "Text: Reading settings", exact: true }).first();
    await button.click();
    expect(await page.getByRole("dialog").count()).toBe(0);
    letIn();
    await page.getByRole("dialog").waitFor();
  });

  journey("keeps what is typed into the search field, also at the address of another query, and searches for it", async ({ visit }) => {
    const { page } = await visit("/icon.svg", { waits: false });
    for (const path of ["/search", "/search?q=tea"]) {
      const letIn = await holdApp(page);
      await page.goto(new URL(path, page.url()).href);
      const field = page.locator("main input[name=q]");
      await field.pressSequentially("voyager");
      letIn();
      await page
        .getByRole("link", { name: /Voyager 1 is making sense/u })
        .first()
        .waitFor();
      expect(await field.inputValue()).toBe("voyager");
      expect(new URL(page.url()).search).toBe("?q=voyager");
      await page.unrouteAll();
    }
  });

  journey("keeps a press on the menu where it is, says that it waits, and opens it when the app is there", async ({ visit }) => {
    const { page } = await visit("/icon.svg", { waits: false });
    const letIn = await holdApp(page);
    await page.goto(new URL(STORY, page.url()).href);
    const menu = page.locator(".masthead a[data-opens=menu]");
    await menu.click();
    expect(await menu.getAttribute("aria-busy")).toBe("true");
    expect(await page.evaluate(() => scrollY)).toBe(0);
    letIn();
    await page.getByRole("dialog", { name: "Menu" }).waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  journey("lets the menu lead to the links at the foot, and the search to its page, where the app never comes", async ({ visit }) => {
    const { page, forgive } = await visit("/icon.svg", { waits: false });
    forgive(/ERR_FAILED|Failed to fetch dynamically imported module|Importing a module script failed/u);
    await page.route(/\/assets\/app-[^/]+\.js$/u, (route) => route.abort());
    await page.goto(new URL(STORY, page.url()).href);
    await page.locator(".masthead a[data-opens=menu]").click();
    await page.waitForURL(/#menu$/u);
    await page.goto(new URL("/topic/europol", page.url()).href);
    await page.locator(".masthead a[data-opens=menu]").press("Enter");
    await page.waitForURL(/topic\/europol#menu$/u);
  });

  journey("says so where the script of a dialog does not come, and tries again", async ({ visit }) => {
    const { page, forgive } = await visit(STORY);
    forgive(/ERR_FAILED/u);
    let missing = true;
    await page.route(/\/assets\/(?:settings|search)-[^/]+\.js/u, (route) => (missing ? route.abort() : route.continue()));
    await page.keyboard.press("t");
    await page.getByText("This part did not load.").waitFor();
    missing = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("dialog", { name: "Reading settings" }).waitFor();
  });

  journey("says so at a key where the shortcuts did not come, and answers it when they are there", async ({ visit }) => {
    const { page, forgive } = await visit("/icon.svg", { waits: false });
    forgive(/ERR_FAILED/u);
    let missing = true;
    const asked = page.waitForRequest(/\/assets\/idle-/u);
    await page.route(/\/assets\/idle-[^/]+\.js/u, (route) => (missing ? route.abort() : route.continue()));
    await page.goto(new URL(STORY, page.url()).href);
    await asked;
    await page.keyboard.press("t");
    await page.getByText("This part did not load.").waitFor();
    missing = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("dialog", { name: "Reading settings" }).waitFor();
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
