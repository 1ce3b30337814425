import type { Page } from "playwright-core";
import { expect } from "vitest";
import { storageKey } from "#reader/features/settings/storageKey.ts";
import { announcements } from "../support/accessibility/announcements.ts";
import { tabStops } from "../support/accessibility/tabStops.ts";
import { alive, journey, someOf } from "../support/journey.ts";

const WALKED = [
  ["front page", "/", 1280],
  ["story", "/article/gravitational-waves-heard", 360],
  ["search", "/search", 360],
  ["topic", "/topic/europol", 1280],
] as const;

journey.for(someOf(WALKED, 3))(
  "Tab reaches everything on a %s, shows where it is, and hides nothing under the head, the foot or a toast",
  async ([kind, path, width], { visit }) => {
    const { page } = await visit(path, { width, reducedMotion: "reduce" });
    // What comes late moves what stands below it.
    await alive(page);
    if (kind === "story") await offerUndo(page);
    expect(await tabStops(page)).toEqual([]);
  },
);

/** Saves the story and removes it: the offer to undo that stays at the foot of the window. */
async function offerUndo(page: Page): Promise<void> {
  await page.keyboard.press("s");
  await page.locator(".actions").getByText("Saved").waitFor();
  await page.keyboard.press("s");
  await page.locator(".toast").getByText("Undo").waitFor();
}

journey.for(someOf(["/article/gravitational-waves-heard", "/topic/europol"]))(
  "Tab alone reaches the links to paragraphs and the bookmarks of %s where the reader has switched the other keys off",
  async (path, { visit }) => {
    const { page, context } = await visit("/", { reducedMotion: "reduce" });
    await context.addInitScript((key) => localStorage.setItem(key, '{"shortcuts":"off"}'), storageKey);
    await page.goto(new URL(path, page.url()).href);
    await alive(page);
    const withKeys = page.locator(".pilcrow, .bookmark");
    await withKeys.first().waitFor({ state: "attached" });
    await expect.poll(() => page.locator(":is(.pilcrow, .bookmark)[tabindex='-1']").count()).toBe(0);
    expect(await tabStops(page)).toEqual([]);
    expect(await withKeys.evaluateAll((all) => all.filter((one) => !one.hasAttribute("data-reached")).length)).toBe(0);
  },
);

journey("a key follows no link of the list that led to the page", async ({ visit }) => {
  const { page } = await visit("/latest");
  expect(await page.locator("main a[rel=next]").count()).toBe(1);
  await page.locator('footer a[href="/about"]').click();
  await page.waitForFunction(() => location.pathname === "/about" && document.activeElement?.tagName === "H1");
  const followed = await page.evaluateHandle(() => {
    const links: string[] = [];
    addEventListener("click", ({ target }) => target instanceof HTMLAnchorElement && links.push(target.href), { capture: true });
    return links;
  });
  await page.keyboard.press("]");
  await page.keyboard.press("?");
  await page.locator("dialog[open]").waitFor();
  expect(await followed.jsonValue()).toEqual([]);
});

journey("the paper can be read by keyboard alone, and says each page once", async ({ visit }) => {
  const { page } = await visit("/", { reducedMotion: "reduce" });
  const said = await announcements(page);
  const keys = page.keyboard;
  await keys.press("Tab");
  await page.locator("a.skip:focus").waitFor();
  await keys.press("Enter");
  await page.locator("main:focus").waitFor();
  await keys.press("j");
  await expect.poll(() => focused(page)).toMatch(/Voyager 1/u);
  await keys.press("Enter");
  await heading(page, /Voyager 1/u);

  await tabTo(page, "Spaceflight");
  expect(await ring(page)).toBe("solid");
  await keys.press("Enter");
  await heading(page, /^Spaceflight/u);
  await page.goBack();
  await expect.poll(() => focused(page)).toBe("Spaceflight");
  const pages = [
    "Voyager 1 is making sense again after five months of noise",
    "Spaceflight news",
    "Voyager 1 is making sense again after five months of noise",
  ];
  await expect.poll(said).toEqual(pages.map((title) => `${title} | Broadsheet`));

  await keys.press("/");
  await page.locator("dialog[open] input:focus").waitFor();
  await keys.type("arrests");
  await keys.press("Enter");
  await page.locator(".items h3 mark, .items p mark").first().waitFor();
  await expect.poll(async () => titles(await said())).toHaveLength(pages.length + 1);
  const hit = (await page.locator(".items h3 a").first().innerText()).trim();
  await tabTo(page, hit);
  await keys.press("Enter");
  await page.locator(".story-top h1", { hasText: hit }).waitFor();
  await expect.poll(async () => titles(await said())).toHaveLength(pages.length + 2);
  await page.goBack();
  // The story's own headline says the same.
  await page.locator(".items h3 a:focus").waitFor();
  expect(await focused(page)).toBe(hit);

  await keys.press("t");
  await page.locator("dialog.settings[open]").waitFor();
  await keys.press("ArrowRight");
  await keys.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toBe(hit);
  await expect.poll(async () => titles(await said())).toHaveLength(pages.length + 3);
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  expect(titles(await said())).toHaveLength(pages.length + 3);
});

/** What was said of pages; the search says its count too. */
function titles(said: string[]): string[] {
  return said.filter((text) => text.endsWith("| Broadsheet"));
}

async function heading(page: Page, name: RegExp): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  await expect.poll(() => focused(page)).toMatch(name);
  expect(await ring(page), "a heading that the program has focused has no ring").toBe("none");
}

/** The style of the outline of what has the focus. */
const ring = (page: Page): Promise<string> => page.locator(":focus").evaluate((element) => getComputedStyle(element).outlineStyle);

/** The filters of a search come among the stops while they are gone through. */
const MOST_STOPS = 200;

async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < MOST_STOPS && (await focused(page)) !== name; step += 1) await page.keyboard.press("Tab");
  expect(await focused(page)).toBe(name);
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent.trim() ?? "");
}
