import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { alive, journey, someOf, WIDTHS } from "../support/journey.ts";
import { selectWords } from "../support/selectWords.ts";

const STORY = "/article/voyager-1-makes-sense-again";
const PHONE = { hasTouch: true, isMobile: true };

/** Saved, read and marked: enough to fill a page. */
const RECORDS = ["voyager-1-makes-sense-again", "borsen-burns", "ever-given-afloat", "ruang-throws-ash", "heartbleed"].flatMap(
  (slug, at) => {
    const story = { slug, headline: `A story about ${slug.replaceAll("-", " ")}` };
    const stamp = `01700000000000-000${at}-device`;
    const passage = { exact: "fault lay", prefix: "", suffix: "", start: 0, end: 9 };
    return [
      { kind: "saved", id: slug, stamp, value: { ...story, savedAt: at } },
      { kind: "read", id: slug, stamp, value: { ...story, readAt: at } },
      { kind: "highlight", id: slug, stamp, value: { ...story, passage, colour: "green", madeAt: at } },
    ];
  },
);

journey("on a phone the pages of the library begin with their stories, and what is set stands behind one button", async ({ visit }) => {
  const { page } = await visit("/saved", { width: 360, ...PHONE });
  await bringIn(page);
  for (const [tab, first] of [
    ["Saved", ".items > li"],
    ["History", ".read-list > li"],
    ["Highlights", ".kept-marks > li"],
  ] as const) {
    await page.getByRole("navigation", { name: "Your pages" }).getByRole("link", { name: tab }).click();
    await page.getByRole("heading", { level: 1, name: tab }).waitFor();
    await page.locator(first).first().waitFor();
    expect((await box(page.locator(first).first())).y, tab).toBeLessThan(440);
    const options = page.getByRole("button", { name: "Options" });
    expect((await box(page.locator(".list-options"))).height, tab).toBeLessThanOrEqual(60);
    expect((await box(options)).height).toBeGreaterThanOrEqual(44);
    await options.click();
    await page
      .locator(".options")
      .getByRole(tab === "Highlights" ? "button" : "checkbox")
      .first()
      .waitFor();
    expect(
      await isInside(
        page
          .getByRole("link", { name: new RegExp(`^${tab}`, "u"), exact: false })
          .locator("visible=true")
          .first(),
        page,
      ),
    ).toBe(true);
  }
});

journey.for(WIDTHS)("every story of the library stands on one line with what can be done with it, %i px wide", async (width, { visit }) => {
  const { page } = await visit("/saved", { width });
  await bringIn(page);
  await page.goto(new URL("/history", page.url()).href);
  const day = page.locator(".read-list .meta", { hasText: "2024" });
  await expect.poll(() => day.count()).toBe(3);
  for (const line of await day.all()) expect((await box(line)).height).toBeLessThanOrEqual(30);
  const rule = await box(page.locator(".takeout"));
  await page.goto(new URL("/highlights", page.url()).href);
  const story = await box(page.locator(".kept-story").first());
  const list = await box(page.locator("main .split > :last-child"));
  expect([story.x, story.right]).toEqual([list.x, list.right]);
  expect(rule.right).toBeCloseTo(list.right, 0);
});

describe.each(someOf([320, 1280, 360], 2))("at %i pixels", (width) => {
  journey("the tools of a selection stand in one line inside the window, wherever it is", async ({ visit }) => {
    const { page } = await visit(STORY, { width });
    for (const words of ["fault", "computers", "engineering", "decoded"]) {
      await page.keyboard.press("Escape");
      await page.evaluate(() => document.getSelection()?.removeAllRanges());
      await page.locator(".passage-tool").waitFor({ state: "detached" });
      await selectWords(page, "#p-4", words);
      await page.getByRole("button", { name: "Highlight in green" }).waitFor();
      const { x, right, height } = await box(page.locator(".passage-tool > div"));
      expect(x, words).toBeGreaterThanOrEqual(12);
      expect(right, words).toBeLessThanOrEqual(width - 12);
      expect(height, words).toBeLessThanOrEqual(48);
    }
  });
});

describe.each(
  someOf(
    [
      [360, 800],
      [800, 360],
      [1280, 800],
    ],
    2,
  ),
)("in a window of %i by %i pixels", (width, height) => {
  journey("the arrows stand beside the picture or below it, large enough for a thumb, and a swipe turns too", async ({ visit }) => {
    const { page } = await visit(STORY, { width, viewport: { width, height }, hasTouch: true });
    await page.locator("#image-1 > a").click();
    const picture = page.locator(".lightbox img");
    await picture.waitFor();
    const { x, right, y, bottom } = await box(picture);
    for (const name of ["Previous picture", "Next picture"]) {
      const arrow = await box(page.getByRole("button", { name }));
      expect(arrow.right <= x || arrow.x >= right || arrow.y >= bottom || arrow.bottom <= y, name).toBe(true);
      expect(Math.min(arrow.width, arrow.height), name).toBeGreaterThanOrEqual(44);
    }
    await page.getByText("Picture 1 of 2").first().waitFor();
    await page.locator(".lightbox").evaluate(swipe);
    await page.getByText("Picture 2 of 2").first().waitFor();
  });
});

describe.each(
  someOf(
    [
      [320, 256],
      [1280, 800],
      [800, 360],
      [360, 800],
    ],
    2,
  ),
)("in a window of %i by %i pixels", (width, height) => {
  journey.for(someOf([200, 100]))(
    "the way out of a sheet stays in view however far it is scrolled, with its text at %i per cent",
    async (size, { visit }) => {
      const { page } = await visit("/", { viewport: { width, height } });
      await page.evaluate((percent) => (document.documentElement.style.fontSize = `${percent}%`), size);
      await page.keyboard.press("t");
      const sheet = page.getByRole("dialog", { name: "Reading settings" });
      await sheet.waitFor();
      await sheet.getByText("More settings").click();
      const close = sheet.getByRole("button", { name: "Close" });
      for (const place of [0, 99_999]) {
        await sheet.evaluate((one, top) => one.scrollTo(0, top), place);
        expect(await isInside(close, page)).toBe(true);
        expect(await isInside(sheet, page)).toBe(true);
        expect(await close.evaluate(isOnTop)).toBe(true);
      }
      expect(await sheet.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
      await close.click();
      await sheet.waitFor({ state: "hidden" });
    },
  );
});

journey("the page of what is on the device has one edge at its beginning, and pictures of one height", async ({ visit }) => {
  const { page, context } = await visit("/", { width: 1280, worker: true });
  await page.evaluate(() => navigator.serviceWorker.ready);
  for (const slug of ["voyager-1-makes-sense-again", "borsen-burns", "ever-given-afloat"]) {
    await page.goto(new URL(`/article/${slug}`, page.url()).href);
    await alive(page);
  }
  await page.goto(new URL("/offline", page.url()).href);
  await alive(page);
  await page.locator(".items > li").nth(2).waitFor();
  const left = async (selector: string) => Math.round((await box(page.locator(selector).first())).x);
  expect(await left("h1")).toBe(await left(".desk-head"));
  expect(await left("main .items > li")).toBe(await left("h1"));
  const heights = await page
    .locator(".items picture")
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
  expect(new Set(heights).size).toBe(1);
  await context.close();
});

journey("a toast of several lines has its words inside its edge", async ({ visit }) => {
  const { page } = await visit("/saved", { width: 360, ...PHONE });
  await bringIn(page);
  await page.getByRole("button", { name: /^Remove “A story about voyager/u }).click();
  const words = page.locator(".toast").getByText(/^Removed: A story about voyager/u);
  await words.waitFor();
  // It slides in.
  await page.locator(".toast").evaluate((one) => Promise.all(one.getAnimations({ subtree: true }).map(({ finished }) => finished)));
  const toast = await box(page.locator(".toast"));
  const [first, last] = await words.evaluate(edges);
  expect(first - toast.y).toBeGreaterThanOrEqual(6);
  expect(toast.bottom - last).toBeGreaterThanOrEqual(6);
});

journey("a library's file is chosen by the keyboard, with a button that looks like ours", async ({ visit }) => {
  const { page } = await visit("/saved", { width: 360 });
  // Before anything else: the browser hands over only what is chosen after it has been told to.
  const chooser = page.waitForEvent("filechooser");
  await page.getByText("Export your library").click();
  const field = page.getByLabel("Library file (JSON)");
  await field.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  const shown = page.locator(".file-field", { has: field });
  expect((await box(shown.locator(".button"))).height).toBeGreaterThanOrEqual(40);
  expect(await shown.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe("solid");
  await page.keyboard.press("Space");
  await (await chooser).setFiles({ name: "notes.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await page.getByText("notes.json").waitFor();
});

async function bringIn(page: Page): Promise<void> {
  await page.getByText("Export your library").click();
  const file = { format: "broadsheet-library", version: 1, exportedAt: "2024-04-22T07:10:00.000Z", records: RECORDS };
  const buffer = Buffer.from(JSON.stringify(file));
  await page.getByLabel("Library file (JSON)").setInputFiles({ name: "library.json", mimeType: "application/json", buffer });
  await page.getByText("15 new entries were imported.").waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

async function box(part: Locator): Promise<{ x: number; y: number; width: number; height: number; right: number; bottom: number }> {
  const found = await part.boundingBox();
  if (!found) throw new Error("It is not drawn.");
  return { ...found, right: found.x + found.width, bottom: found.y + found.height };
}

async function isInside(part: Locator, page: Page): Promise<boolean> {
  const { x, y, right, bottom } = await box(part);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  return x >= -1 && y >= -1 && right <= width + 1 && bottom <= height + 1;
}

/* What follows runs in the page. */

/** Where the lines of a text begin and end. */
function edges(part: Element): [number, number] {
  const range = document.createRange();
  range.selectNodeContents(part);
  const { top, bottom } = range.getBoundingClientRect();
  return [top, bottom];
}

function isOnTop(part: Element): boolean {
  const { left, top, width, height } = part.getBoundingClientRect();
  return part.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}

function swipe(part: Element): void {
  const finger = { pointerType: "touch", isPrimary: true, bubbles: true, clientY: 300 };
  part.dispatchEvent(new PointerEvent("pointerdown", { ...finger, clientX: 250 }));
  part.dispatchEvent(new PointerEvent("pointerup", { ...finger, clientX: 90 }));
}
