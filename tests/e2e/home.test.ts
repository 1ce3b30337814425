import type { Page } from "playwright-core";
import { expect } from "vitest";
import { barriers } from "../support/accessibility/barriers.ts";
import { journey, WIDTHS } from "../support/journey.ts";
import { FONTS_MOVE, layoutShift } from "../support/layoutShift.ts";

const bookmark = (page: Page, headline: RegExp) => page.getByRole("button", { name: headline }).first();

journey("the front page of a reader without a library has nothing of theirs", async ({ visit }) => {
  const { page } = await visit("/");
  await bookmark(page, /^Save: /u).waitFor();
  expect(await page.locator(".home").count()).toBe(0);
});

journey.for(WIDTHS)(
  "what a reader follows stands below the paper's lead, and moves nothing that they see, %i px wide",
  async (width, { visit }) => {
    const { page } = await visit("/topic/europol", { width });
    await page.getByRole("button", { name: "Follow" }).click();
    await page.getByRole("button", { name: "Following" }).waitFor();
    await page.goto(new URL("/", page.url()).href);
    const home = page.getByRole("region", { name: "Yours" });
    await home.waitFor();
    expect(await home.getByRole("heading", { level: 3 }).count()).toBe(4);
    expect(await home.evaluate((part) => part.previousElementSibling?.classList.contains("top"))).toBe(true);
    expect(await layoutShift(page)).toBeLessThanOrEqual(FONTS_MOVE);
  },
);

journey("what was missed since the last visit is told on the front page, caught up with, and then told no more", async ({ visit }) => {
  const { page } = await visit("/", { width: 360 });
  await expect.poll(() => page.evaluate(lastVisit)).toBe(true);
  await page.reload();
  const line = page.getByText(/^7 stories since your last visit on/u);
  await line.getByRole("link", { name: "Catch up" }).click();
  const region = page.getByRole("region", { name: /^7 stories/u });
  await region.getByRole("heading", { level: 3 }).first().waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await page.getByText("You are up to date.").waitFor();
  await page.goto(new URL("/", page.url()).href);
  await bookmark(page, /^Save: /u).waitFor();
  expect(await page.getByText(/since your last visit/u).count()).toBe(0);
});

/** Has the last visit be before the seven newest stories, once this one is noted. Runs in the page. */
function lastVisit(): boolean {
  const key = "broadsheet:/:visits";
  const { now } = JSON.parse(localStorage.getItem(key) ?? "{}");
  if (!now) return false;
  const before = { at: Date.now() - 3 * 24 * 60 * 60_000, newest: now.newest.slice(7) };
  localStorage.setItem(key, JSON.stringify({ now, before, done: [] }));
  return true;
}

journey("in a window that shows what follows the lead, what is the reader's stands at the end of the page", async ({ visit }) => {
  const { page } = await visit("/topic/europol");
  await page.getByRole("button", { name: "Follow" }).click();
  await page.getByRole("button", { name: "Following" }).waitFor();
  await page.setViewportSize({ width: 1280, height: 1400 });
  await page.goto(new URL("/", page.url()).href);
  const home = page.getByRole("region", { name: "Yours" });
  await home.waitFor();
  expect(await home.evaluate((part) => part.nextElementSibling)).toBeNull();
  expect(await layoutShift(page)).toBeLessThanOrEqual(FONTS_MOVE);
});

journey("teasers have no button to save where there are no scripts, and keep room for it", async ({ visit }) => {
  const { page } = await visit("/section/science", { javaScriptEnabled: false });
  expect(await page.locator(".bookmark").count()).toBe(0);
  expect(
    await page
      .locator(".teaser .meta")
      .first()
      .evaluate((line) => getComputedStyle(line).paddingInlineEnd),
  ).toBe("32px");
});

journey.for(WIDTHS)(
  "bookmarks of a list stand in one line, and that of a story that runs the other way at its end, %i px wide",
  async (width, { visit }) => {
    const { page } = await visit("/latest", { width });
    const mirrored = page.locator(".day .teaser:has([dir=rtl]) .meta");
    for (const meta of await page.locator(".day .meta").all()) await meta.scrollIntoViewIfNeeded();
    await mirrored.locator(".bookmark").waitFor();
    const ends = await page
      .locator(".day .teaser:has(> picture):not(:has([dir=rtl])) .bookmark")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    expect(ends.length).toBeGreaterThan(3);
    expect(new Set(ends.map(Math.round)).size).toBe(1);
    const gap = await page
      .locator(".day .teaser:has(> picture)")
      .first()
      .evaluate((card) => {
        const side = (part: string) => card.querySelector(part)?.getBoundingClientRect();
        return (side("picture")?.left ?? 0) - (side(".bookmark")?.right ?? 0);
      });
    expect(gap).toBeLessThanOrEqual(24);
    const rooms = await mirrored.evaluate((line) => {
      const box = line.getBoundingClientRect();
      const words = document.createRange();
      words.selectNodeContents(line);
      return {
        words: box.right - words.getBoundingClientRect().right,
        bookmark: (line.querySelector(".bookmark")?.getBoundingClientRect().left ?? 0) - box.left,
      };
    });
    expect(rooms.words).toBeLessThan(1);
    expect(Math.abs(rooms.bookmark)).toBeLessThan(9);
  },
);

journey("a headline among the latest that runs the other way keeps to its own side", async ({ visit }) => {
  const { page } = await visit("/", { width: 360, javaScriptEnabled: false });
  const rooms = await page.locator(".latest a[dir=rtl]").evaluate((link) => {
    const lines = document.createRange();
    lines.selectNodeContents(link);
    return [...lines.getClientRects()].map(({ right }) => (link.closest("li")?.getBoundingClientRect().right ?? 0) - right);
  });
  expect(rooms.length).toBeGreaterThan(0);
  for (const room of rooms) expect(Math.abs(room)).toBeLessThan(1);
});
