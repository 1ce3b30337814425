import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { sidewaysScroll } from "../support/accessibility/sidewaysScroll.ts";
import { journey, someOf, WIDTHS } from "../support/journey.ts";

const STORY = "/article/gravitational-waves-heard";
const READ = ["/", STORY, "/article/operation-rescue", "/topic/europol", "/latest"];
const DIALOGS = { t: "Reading settings", m: "Menu", "?": "Keyboard shortcuts", "/": "Search" };

describe("with letters twice as large, 360 px wide", () => {
  journey("no story scrolls sideways", async ({ visit }) => {
    const stories = readdirSync(join(inject("sampleSite"), "article")).filter((file) => file.endsWith(".html"));
    const { page } = await visit("/", { width: 360, javaScriptEnabled: false });
    expect(stories.length).toBeGreaterThan(40);
    const wide: string[] = [];
    for (const file of someOf(stories, 12)) {
      await page.goto(new URL(`/article/${file.slice(0, -".html".length)}`, page.url()).href);
      await enlarge(page);
      wide.push(...(await sidewaysScroll(page)).map((part) => `${file}: ${part}`));
    }
    expect(wide).toEqual([]);
  });

  journey.for([["/"], [STORY]] as const)("the nameplate of %s stands beside the icons, not under them", async ([path], { visit }) => {
    const { page } = await visit(path, { width: 360 });
    await enlarge(page);
    const [plate, ...tools] = await boxes(page, ".masthead .nameplate, .masthead .tool:not(.unseen)");
    expect(tools.length).toBeGreaterThan(0);
    const lines = page.locator(".masthead .nameplate").evaluate((name) => {
      const range = document.createRange();
      range.selectNodeContents(name);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size;
    });
    expect(await lines).toBe(1);
    for (const tool of tools) expect(tool.right <= (plate?.left ?? 0) || tool.left >= (plate?.right ?? 0)).toBe(true);
  });

  journey("every choice of a dialog is inside it, and no word of it is cut off", async ({ visit }) => {
    const { page } = await visit(STORY, { width: 360 });
    await enlarge(page);
    for (const [key, name] of Object.entries(DIALOGS)) {
      await page.keyboard.press(key);
      await page.getByRole("dialog", { name }).waitFor();
      expect(await page.getByRole("dialog").evaluate(sticksOut), name).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
  });
});

describe.each([
  ["hyper", "Atkinson Hyperlegible Next"],
  ["dyslexic", "OpenDyslexic"],
])("the typeface %s", (font, family) => {
  journey.for(someOf(READ, 2).map((path) => [path] as const))(
    "sets all that is read on %s, and not the text alone",
    async ([path], { visit }) => {
      const { page } = await visit(path);
      await choose(page, { font });
      const families = await page.locator("main").evaluate((main) => {
        const texts = [...main.querySelectorAll("*")].filter(
          (element) =>
            element.checkVisibility() &&
            // Code and formulas have faces that their signs need.
            !element.matches("code, math *, :lang(ar)") &&
            [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ""),
        );
        return texts.map((element) => getComputedStyle(element).fontFamily.split(",")[0]?.replaceAll('"', ""));
      });
      expect([...new Set(families)]).toEqual([family]);
    },
  );
});

describe.each(WIDTHS)("the text size, %i px wide", (width) => {
  journey.for([["s"], ["xxl"]] as const)("%s keeps the order of headline, standfirst and text", async ([size], { visit }) => {
    const { page } = await visit(STORY, { width });
    await choose(page, { size });
    const [headline = 0, heading = 0, standfirst = 0, text = 0, caption = 0] = await sizes(page, [
      "main h1",
      ".prose h2",
      ".story-top .standfirst",
      ".prose > p",
      "figcaption",
    ]);
    expect(headline).toBeGreaterThan(standfirst);
    expect(heading).toBeGreaterThan(text);
    expect(standfirst).toBeGreaterThanOrEqual(text);
    expect(text).toBeGreaterThan(caption);
  });

  journey("largest reaches excerpts, the latest and captions", async ({ visit }) => {
    const { page } = await visit("/", { width });
    const parts = [".teaser .standfirst", ".latest li a", ".teaser .meta", ".teaser h3"];
    const before = await sizes(page, parts);
    await choose(page, { size: "xxl" });
    const after = await sizes(page, parts);
    for (const [place, size] of before.entries()) expect(after[place], parts[place]).toBeGreaterThan(size * 1.5);
    expect(await sidewaysScroll(page)).toEqual([]);
  });
});

/** What a browser does that enlarges letters alone. */
async function enlarge(page: Page): Promise<void> {
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
}

async function choose(page: Page, settings: Record<string, string>): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem("broadsheet-settings", JSON.stringify(chosen)), settings);
  await page.reload();
}

function sizes(page: Page, selectors: string[]): Promise<number[]> {
  return page.evaluate(
    (wanted) =>
      wanted.map((selector) => {
        const element = document.querySelector(selector);
        return element ? Number.parseFloat(getComputedStyle(element).fontSize) : Number.NaN;
      }),
    selectors,
  );
}

/** The nameplate comes first. */
function boxes(page: Page, selector: string): Promise<{ left: number; right: number }[]> {
  return page
    .locator(selector)
    .filter({ visible: true })
    .evaluateAll((all) =>
      all
        .toSorted((a, b) => Number(b.matches(".nameplate")) - Number(a.matches(".nameplate")))
        .map((element) => ({ left: element.getBoundingClientRect().left, right: element.getBoundingClientRect().right })),
    );
}

function sticksOut(dialog: Element): string[] {
  return [...dialog.querySelectorAll("*")]
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const isCut =
        element.children.length === 0 && getComputedStyle(element).display !== "inline" && element.scrollWidth > element.clientWidth + 1;
      return width > 1 && !element.closest("svg") && (left < 0 || right > innerWidth || isCut);
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
}
