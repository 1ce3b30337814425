import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { fakeSpeech } from "../reader/features/listen/fakeSpeech.ts";
import { alive, journey, someOf, type Visit, WIDTHS } from "../support/journey.ts";
import { openInPages } from "../support/openInPages.ts";

const STORY = "/article/voyager-1-makes-sense-again";

const numberOf = async (page: Page) => (await page.locator(".pages-bar [role=status]").textContent())?.match(/\d+/gu)?.map(Number) ?? [];

/** Opens a story for a reader who turns pages. */
async function opened(visit: Visit, path: string, width: number, look: "pages" | "eink" = "pages"): Promise<Page> {
  const { page } = await visit(path, { width });
  await openInPages(page, look);
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
    // It stands whole a moment after the browser has scrolled.
    const beyondPage = () => {
      const { scrollLeft, offsetWidth } = document.querySelector<HTMLElement>("main > .story")!;
      return scrollLeft % offsetWidth;
    };
    await expect.poll(() => page.evaluate(beyondPage)).toBe(0);
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

describe.each(someOf([820, 1920]))("a saved story in pages, %i px wide", (width) => {
  journey("is not read before its last page is shown", async ({ visit }) => {
    const page = await opened(visit, STORY, width);
    await page.waitForLoadState("networkidle");
    const end = await page.evaluate(() => {
      const parts = [...document.querySelectorAll(".prose > p[id^='p-']")].at(-1)?.getClientRects() ?? [];
      const { left, width: step } = document.querySelector("main > .story")!.getBoundingClientRect();
      return Math.floor(((parts[parts.length - 1]?.left ?? 0) - left + 1) / step) + 1;
    });
    for (let at = 2; at < end; at += 1) await page.keyboard.press("PageDown");
    expect((await numberOf(page))[0]).toBe(end - 1);
    await expect.poll(() => page.evaluate(notedParagraphs)).toHaveLength(1);
    await page.keyboard.press("PageDown");
    await expect.poll(() => page.evaluate(notedParagraphs)).toEqual([]);
  });
});

journey("what scrolls by itself keeps its keys while it has the focus", async ({ visit }) => {
  const page = await opened(visit, STORY, 360);
  await page.evaluate(() => {
    const box = document.querySelector<HTMLElement>("#p-2")!;
    box.tabIndex = 0;
    box.style.cssText = "overflow-x: auto; white-space: nowrap";
    box.focus();
  });
  const [at] = await numberOf(page);
  await page.keyboard.press("ArrowRight");
  expect((await numberOf(page))[0]).toBe(at);
  await page.keyboard.press("PageDown");
  expect((await numberOf(page))[0]).toBe(at! + 1);
});

journey("a page that is enlarged by two fingers is moved by one, and not turned", async ({ visit }) => {
  const page = await opened(visit, STORY, 360);
  const session = await page.context().newCDPSession(page);
  const touch = () => page.evaluate(() => getComputedStyle(document.querySelector("main > .story")!).touchAction);
  expect(await touch()).toBe("pan-y pinch-zoom");
  await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 2 });
  await expect.poll(touch).toBe("auto");
});

journey("paper has the story as it is without pages", async ({ visit }) => {
  const page = await opened(visit, STORY, 1280);
  const size = () => page.evaluate(() => document.querySelector<HTMLElement>("main > .story")!.offsetWidth);
  await page.emulateMedia({ media: "print" });
  const inPages = await size();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Scroll again" }).click();
  await page.locator(".pages-bar").waitFor({ state: "detached" });
  await page.emulateMedia({ media: "print" });
  expect(inPages).toBe(await size());
});

describe.each(WIDTHS)("a story in pages, %i px wide", (width) => {
  journey("is on the same page after a reload, and when the reader comes back", async ({ visit }) => {
    const page = await opened(visit, STORY, width);
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageDown");
    const before = await numberOf(page);
    await page.reload();
    await expect.poll(() => numberOf(page)).toEqual(before);
    await page.locator(".nameplate").first().click();
    await page.locator("main .top").waitFor();
    await page.goBack();
    await expect.poll(() => numberOf(page)).toEqual(before);
    expect(await page.getByText(/^You stopped at/u).count()).toBe(0);
    await page.getByRole("button", { name: "Scroll again" }).click();
    await page.locator(".pages-bar").waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
  });

  journey("has its tools by their keys, and above the bar", async ({ visit }) => {
    const page = await opened(visit, STORY, width);
    const save = page.locator(".actions [aria-keyshortcuts=s]");
    await page.keyboard.press("s");
    await expect.poll(() => save.textContent()).toBe("Saved");
    await page.getByRole("button", { name: "Story tools" }).click();
    const tools = page.getByRole("list", { name: "Story tools" });
    await tools.getByRole("button", { name: "Saved", exact: true }).click();
    await expect.poll(() => save.textContent()).toBe("Save");
    expect((await numberOf(page))[0]).toBe(1);
    const [list, bar] = [await tools.boundingBox(), await page.locator(".pages-bar").boundingBox()];
    expect(list!.y + list!.height).toBeLessThanOrEqual(bar!.y + 1);
    const { violations } = await new AxeBuilder({ page }).include(".actions").analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator(".actions[inert]").waitFor({ state: "attached" });
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("tools-toggle");
  });

  journey("is turned where it is read aloud, and stands clear of the player, as the bar does", async ({ visit }) => {
    const { page, context } = await visit("/", { width });
    await context.addInitScript(fakeSpeech, { voices: [{ name: "Alan", lang: "en-GB", localService: true, default: true }], late: 200 });
    await page.evaluate(() => localStorage.setItem("broadsheet-settings", JSON.stringify({ paged: "pages" })));
    await page.goto(new URL(STORY, page.url()).href);
    await alive(page);
    await page.locator(".pages-bar").waitFor();
    await page.keyboard.press("l");
    const boxes = () =>
      page.evaluate(() => {
        const [story, player, bar] = ["main > .story", ".player", ".pages-bar"].map((part) =>
          document.querySelector(part)?.getBoundingClientRect(),
        );
        return story && player && bar
          ? { gaps: [player.top - story.bottom, bar.top - player.bottom], end: innerHeight - bar.bottom }
          : undefined;
      });
    await expect.poll(async () => (await boxes())?.gaps.map((gap) => Math.abs(gap) < 2)).toEqual([true, true]);
    expect((await boxes())!.end).toBeCloseTo(0, 0);
    const heard = () => page.evaluate(() => Number(Reflect.get(speechSynthesis, "said").length));
    const readOn = async () => {
      const before = await heard();
      await page.evaluate(() => Reflect.get(speechSynthesis, "finish")());
      await expect.poll(heard).toBeGreaterThan(before);
    };
    for (let sentence = 0; sentence < 40 && (await numberOf(page))[0] === 1; sentence += 1) await readOn();
    await expect.poll(async () => (await numberOf(page))[0]).toBe(2);
    expect(await page.evaluate(isSpokenOnPage)).toBe(true);
    // Whoever turns back is left there.
    await page.keyboard.press("ArrowLeft");
    await readOn();
    expect((await numberOf(page))[0]).toBe(1);
  });
});

/** Whether the sentence that is read aloud begins or goes on on the page that is shown. Runs in the page. */
function isSpokenOnPage(): boolean {
  const frame = document.querySelector("main > .story")!.getBoundingClientRect();
  const [range] = CSS.highlights.get("spoken") ?? [];
  return (
    range instanceof Range && [...range.getClientRects()].some(({ left, right }) => left >= frame.left - 1 && right <= frame.right + 1)
  );
}

/** Where the library has noted that stories were left. Runs in the page. */
function notedParagraphs(): Promise<number[]> {
  return new Promise((done) => {
    indexedDB.open("broadsheet-library:/").onsuccess = ({ target }) => {
      const database: IDBDatabase = Reflect.get(target ?? {}, "result");
      const all = database.transaction("records").objectStore("records").getAll();
      all.onsuccess = () => {
        database.close();
        done(all.result.filter(({ kind, value }) => kind === "position" && value !== null).map(({ value }) => value.paragraph));
      };
    };
  });
}
