import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { journey, type Visit, WIDTHS } from "../support/journey.ts";

const STORY = "/article/voyager-1-makes-sense-again";

const numberOf = async (page: Page) => (await page.locator(".pages-bar [role=status]").textContent())?.match(/\d+/gu)?.map(Number) ?? [];

/** Opens a story for a reader who turns pages. */
async function opened(visit: Visit, path: string, width: number, paged = "pages"): Promise<Page> {
  const { page } = await visit(path, { width });
  await page.evaluate((value) => localStorage.setItem("broadsheet-settings", JSON.stringify({ paged: value })), paged);
  await page.reload();
  await page.locator(".pages-bar").waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** Whether the beginning of a part of the story is on the page that is shown. Runs in the page. */
function isOnPage(selector: string): boolean {
  const frame = document.querySelector("main > .story")?.getBoundingClientRect();
  const start = document.querySelector(selector)?.getClientRects()[0];
  return Boolean(frame && start && start.left >= frame.left - 1 && start.right <= frame.right + 1 && start.top < innerHeight);
}

describe.each(WIDTHS)("a story in pages, %i px wide", (width) => {
  journey("is chosen in the settings, turned by keys, buttons and taps, and left by a button", async ({ visit }) => {
    const { page } = await visit(STORY, { width });
    await page.keyboard.press("t");
    await page.getByText("More settings").click();
    await page.getByRole("radio", { name: "Pages", exact: true }).check();
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await numberOf(page))[0]).toBe(1);
    const [, count = 0] = await numberOf(page);
    expect(count).toBeGreaterThan(2);
    for (const [press, at] of [
      ["ArrowRight", 2],
      ["PageDown", 3],
      ["ArrowLeft", 2],
      ["End", count],
      ["ArrowRight", count],
      ["Home", 1],
    ] as const) {
      await page.keyboard.press(press);
      expect((await numberOf(page))[0], press).toBe(at);
    }
    await page.getByRole("button", { name: "Next page" }).click();
    expect(await numberOf(page)).toEqual([2, count]);
    const { x, width: wide } = (await page.locator("main > .story").boundingBox())!;
    await page.mouse.click(x + 6, 700);
    expect((await numberOf(page))[0]).toBe(1);
    await page.mouse.click(x + wide - 6, 700);
    expect((await numberOf(page))[0]).toBe(2);
    const { violations } = await new AxeBuilder({ page }).include(".pages-bar").analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole("button", { name: "Scroll again" }).click();
    await page.locator(".pages-bar").waitFor({ state: "detached" });
    expect(await page.evaluate(() => [scrollY > 0, document.documentElement.dataset["pages"]])).toEqual([true, undefined]);
  });

  journey("keeps its place in other type and another window", async ({ visit }) => {
    const page = await opened(visit, STORY, width);
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageDown");
    const first = await page.evaluate(() => {
      const frame = document.querySelector("main > .story")!.getBoundingClientRect();
      return [...document.querySelectorAll(".prose > p")].find((each) => each.getClientRects()[0]!.left >= frame.left - 1)?.id ?? "";
    });
    const place = await page.evaluate(isOnPage, `#${first}`);
    expect(place).toBe(true);
    const [, before = 0] = await numberOf(page);
    await page.evaluate(() => (document.documentElement.dataset["size"] = "xxl"));
    await expect.poll(async () => (await numberOf(page))[1]).toBeGreaterThan(before);
    await page.setViewportSize({ width: 700, height: 640 });
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(() => delete document.documentElement.dataset["size"]);
    await expect.poll(async () => (await numberOf(page))[1]).toBe(before);
    expect(await page.evaluate(isOnPage, `#${first}`)).toBe(true);
  });

  journey("shows the page of a passage that is linked to, of what is found, and of what has the focus", async ({ visit }) => {
    const page = await opened(visit, `${STORY}#p-8`, width);
    await expect.poll(() => page.evaluate(isOnPage, "#p-8")).toBe(true);
    await page.keyboard.press("Home");
    await page.evaluate(() => (location.hash = "#p-7"));
    await expect.poll(() => page.evaluate(isOnPage, "#p-7")).toBe(true);
    await page.keyboard.press("Home");
    await page.evaluate(() => document.querySelector<HTMLElement>(".tail li:last-child a")?.focus({ preventScroll: true }));
    await expect.poll(() => page.evaluate(isOnPage, ".tail li:last-child a")).toBe(true);
    await page.keyboard.press("Home");
    // What the browser finds, it scrolls to.
    await page.evaluate(() => document.querySelector("#p-8")?.scrollIntoView({ inline: "center" }));
    await expect.poll(() => page.evaluate(isOnPage, "#p-8")).toBe(true);
    const { left, step } = await page.evaluate(() => {
      const { scrollLeft, offsetWidth } = document.querySelector<HTMLElement>("main > .story")!;
      return { left: scrollLeft, step: offsetWidth };
    });
    expect(left % step).toBe(0);
  });
});

journey("a story from right to left is turned to the left", async ({ visit }) => {
  const page = await opened(visit, "/article/penicillin-ar", 360);
  await page.keyboard.press("ArrowLeft");
  expect((await numberOf(page))[0]).toBe(2);
  await page.mouse.click(354, 600);
  expect((await numberOf(page))[0]).toBe(1);
});

journey("pages for electronic paper are black on white in every theme, and nothing moves", async ({ visit }) => {
  const page = await opened(visit, STORY, 360, "eink");
  const look = () => {
    const { backgroundColor } = getComputedStyle(document.documentElement);
    const { color } = getComputedStyle(document.querySelector(".prose > p")!);
    return [backgroundColor, color, getComputedStyle(document.querySelector(".pages-bar button")!).transitionDuration];
  };
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await page.evaluate(look)).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)", "0s"]);
});

journey("nothing of it is loaded by a reader who scrolls", async ({ visit }) => {
  const { page } = await visit(STORY, { width: 360 });
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  expect(asked.filter((name) => /paged/u.test(name))).toEqual([]);
});
