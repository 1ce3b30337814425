import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { journey, WIDTHS } from "../support/journey.ts";

const STORY = "/article/voyager-1-makes-sense-again";

describe.each(WIDTHS)("the pictures of a story, %i px wide", (width) => {
  journey("open large at an address of their own, and Back leads to where the reader was", async ({ visit }) => {
    const { page } = await visit(STORY, { width });
    const link = page.locator("#image-2 > a");
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    await link.focus();
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: "Picture 2 of 2" });
    await viewer.waitFor();
    expect(new URL(page.url()).hash).toBe("#image-2");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("dialog", { name: "Picture 1 of 2" }).waitFor();
    expect(new URL(page.url()).hash).toBe("#image-1");
    await page.goBack();
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    expect(new URL(page.url()).hash).toBe("");
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  });

  journey("hold the focus, close by Escape, and have nothing that axe finds", async ({ visit }) => {
    const { page } = await visit(STORY, { width });
    await page.locator("#image-1 > a").click();
    const viewer = page.getByRole("dialog");
    await viewer.waitFor();
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press("Tab");
      expect(
        await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null),
      ).toBe(true);
    }
    const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await wholeInWindow(page)).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => viewer.count()).toBe(0);
    expect(new URL(page.url()).hash).toBe("");
  });

  journey("are shown to a reader who was sent their address, and the story stands there behind them", async ({ visit }) => {
    const { page } = await visit(`${STORY}#image-2`, { width });
    await page.getByRole("dialog", { name: "Picture 2 of 2" }).getByRole("button", { name: "Close" }).click();
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    expect(page.url()).toMatch(/voyager-1-makes-sense-again$/u);
    const { top, bottom } = await page.locator("#image-2").evaluate((one) => one.getBoundingClientRect().toJSON());
    expect(top).toBeLessThan(800);
    expect(bottom).toBeGreaterThan(0);
    expect(await page.locator("#image-2 > a").evaluate((one) => one === document.activeElement)).toBe(true);
  });
});

describe("a picture larger than a phone", () => {
  journey("can be magnified to its own size and moved about by the keyboard, and then be wiped to the next", async ({ visit }) => {
    const { page } = await visit(`${STORY}#image-1`, { width: 360, hasTouch: true });
    const viewer = page.getByRole("dialog");
    await viewer.getByRole("button", { name: "Actual size" }).click();
    const stage = page.locator(".stage");
    const sizes = await stage.evaluate((one) => ({ shown: one.querySelector("img")?.clientWidth, left: one.scrollLeft }));
    expect(sizes.shown).toBe(1200);
    expect(sizes.left).toBeGreaterThan(300);
    await stage.focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => stage.evaluate((one) => one.scrollLeft)).toBeLessThan(sizes.left);
    expect(new URL(page.url()).hash).toBe("#image-1");
    await viewer.getByRole("button", { name: "Fit to the window" }).click();
    expect(await wholeInWindow(page)).toBe(true);
    await wipe(page, 300, 60);
    await page.getByRole("dialog", { name: "Picture 2 of 2" }).waitFor();
    await wipe(page, 60, 300);
    await page.getByRole("dialog", { name: "Picture 1 of 2" }).waitFor();
  });
});

const wholeInWindow = (page: Page) =>
  page.locator(".stage img").evaluate((one: HTMLImageElement) => {
    const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
    return (
      left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight && Math.abs(width / height - one.width / one.height) < 0.02
    );
  });

/** A finger, as the browser itself hears of one. */
async function wipe(page: Page, from: number, to: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: 400 }] });
  await touch("touchStart", from);
  for (let step = 1; step <= 5; step += 1) await touch("touchMove", from + ((to - from) * step) / 5);
  await touch("touchEnd");
  await session.detach();
}
