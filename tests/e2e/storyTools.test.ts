import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { journey, type Visit, WIDTHS } from "../support/journey.ts";
import { selectWords } from "../support/selectWords.ts";

const STORY = "/article/voyager-1-makes-sense-again";
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

describe.each(WIDTHS)("the tools of a story, %i px wide", (width) => {
  const open = (visit: Visit, place = "", options = {}) => visit(STORY + place, { width, ...CLIPBOARD, ...options });

  journey("copy its address, by hand and by key", async ({ visit, site }) => {
    const { page } = await open(visit);
    const tools = page.getByRole("list", { name: "Story tools" });
    await tools.getByRole("button", { name: "Copy link" }).click();
    await tools.getByRole("button", { name: "Copied" }).waitFor();
    expect(await clipboard(page)).toBe(site.address + STORY.slice(1));
    await tools.getByRole("button", { name: "Copy link" }).waitFor();
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.keyboard.press("c");
    await expect.poll(() => clipboard(page)).toBe(site.address + STORY.slice(1));
  });

  journey("show the link where the browser will not copy it", async ({ visit, site }) => {
    const { page } = await open(visit, "", { permissions: [] });
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.getByRole("button", { name: "Copy link" }).click();
    const field = page.getByRole("dialog").getByRole("textbox");
    expect(await field.inputValue()).toBe(site.address + STORY.slice(1));
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(site.address + STORY.slice(1));
    expect(await violations(page, "dialog")).toEqual([]);
  });

  journey("are large enough for a finger, and nothing that axe finds is wrong with them", async ({ visit }) => {
    const { page } = await open(visit);
    for (const box of await page
      .locator(".actions .tool")
      .evaluateAll((tools) => tools.map((tool) => tool.getBoundingClientRect().toJSON()))) {
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(40);
    }
    expect(await violations(page, "article")).toEqual([]);
  });

  journey("give each paragraph a link that j reaches and Tab passes by, and mark it on arrival", async ({ visit, site }) => {
    const { page } = await open(visit);
    const link = page.getByRole("link", { name: "Link to paragraph 3" });
    for (const paragraph of ["#p-3", "#p-2"]) await page.locator(paragraph).hover();
    await expect.poll(() => opacity(page, "#p-3 > .pilcrow")).toBe(0);
    await page.getByRole("link", { name: "Link to paragraph 2" }).focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.matches(".pilcrow"))).toBe(false);
    await page.getByRole("link", { name: "Link to paragraph 2" }).focus();
    for (let press = 0; press < 5 && !(await link.evaluate((one) => one === document.activeElement)); press += 1)
      await page.keyboard.press("j");
    await expect.poll(() => opacity(page, "#p-3 > .pilcrow")).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => clipboard(page)).toBe(`${site.address}${STORY.slice(1)}#p-3`);
    await page.goto("about:blank");
    await page.goto(await clipboardOf(page, site.address + STORY.slice(1)));
    await expect.poll(() => page.locator("#p-3").getAttribute("data-here")).toBe("");
    await expect.poll(() => page.locator("#p-3").evaluate(isInView)).toBe(true);
    expect(await page.locator("[data-here]").count()).toBe(1);
  });

  journey("offer the link to a selected passage beside it, where Tab reaches it, and the link leads there", async ({ visit }) => {
    const { page } = await open(visit);
    await selectWords(page, "#p-4", "fault lay");
    const button = page.getByRole("button", { name: "Copy link to this passage" });
    await button.waitFor();
    const apart = await button.evaluate((one) => {
      const selected = getSelection()?.getRangeAt(0).getBoundingClientRect();
      const box = one.getBoundingClientRect();
      return selected && (box.top >= selected.bottom || box.bottom <= selected.top) && box.left >= 0 && box.right <= innerWidth;
    });
    expect(apart).toBe(true);
    expect(await violations(page, ".passage-tool")).toEqual([]);
    for (let press = 0; press < 8 && !(await button.evaluate((one) => one === document.activeElement)); press += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const address = await clipboard(page);
    expect(address).toMatch(/#:~:text=/u);
    await page.goto("about:blank");
    await page.goto(address);
    await expect.poll(() => page.locator("#p-4").evaluate(isInView)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
  });

  journey("mark a passage that a link inside the app leads to", async ({ visit }) => {
    const { page } = await visit("/", { width });
    const url = `${STORY}#:~:text=engineering%20data%20for%20the%20radio`;
    await page.route("**/data/article/voyager-2-heard-again.json", async (route) => {
      const answer: { article: object } = await (await route.fetch()).json();
      const body = [
        { type: "paragraph", children: [{ type: "link", url, children: [{ type: "text", text: "What the computer packs" }] }] },
      ];
      await route.fulfill({ json: { ...answer, article: { ...answer.article, body } } });
    });
    await page.getByRole("link", { name: /^Voyager 2 is heard again/u }).click();
    await page.getByRole("link", { name: "What the computer packs" }).click();
    const marked = () => page.evaluate(() => [...(CSS.highlights.get("passage") ?? [])].map(String));
    await expect.poll(marked).toEqual(["engineering data for the radio"]);
    await expect.poll(() => page.locator("#p-4").evaluate(isInView)).toBe(true);
    await page.goBack();
    await expect.poll(marked).toEqual([]);
  });

  journey("show a footnote beside its number, and give the place back", async ({ visit }) => {
    const { page } = await open(visit);
    const number = page.locator("#noteref-1");
    await number.focus();
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press("Enter");
    const note = page.getByRole("dialog", { name: "Note 1" });
    expect(await note.innerText()).toContain("About 163 times");
    expect(await violations(page, ".note-card")).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await note.count()).toBe(0);
    expect(await number.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await note.getByRole("button", { name: "Close" }).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Tab");
    expect(await note.count()).toBe(0);
    expect(await number.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await page.locator("#note-1").isVisible()).toBe(true);
  });

  journey("are not offered without JavaScript, and what is a link leads there", async ({ visit }) => {
    const { page, context } = await open(visit, "#p-3", { javaScriptEnabled: false });
    expect(await page.locator(".actions").isVisible()).toBe(false);
    expect(await page.locator("#p-3").evaluate((one) => getComputedStyle(one).backgroundColor)).not.toBe("rgba(0, 0, 0, 0)");
    const file = await page.locator(".hero a").evaluate((link: HTMLAnchorElement) => link.href);
    const answer = await context.request.get(file);
    expect(answer.headers()["content-type"]).toMatch(/^image\//u);
    await page.locator("#noteref-1").click();
    expect(new URL(page.url()).hash).toBe("#note-1");
  });

  journey("are not printed; addresses and sources are", async ({ visit }) => {
    const { page } = await open(visit);
    await page.emulateMedia({ media: "print" });
    const shown = await page
      .locator(".actions, .ear, .foot, .strip, .turn, .pilcrow, .tail .chips, .skip")
      .filter({ visible: true })
      .count();
    expect(shown).toBe(0);
    expect(await page.locator(".citations").isVisible()).toBe(true);
    const link = page.locator('.prose a[href^="http"]').first();
    const [address, href] = await link.evaluate((one: HTMLAnchorElement) => [getComputedStyle(one, "::after").content, one.href]);
    expect(address).toContain(href);
  });
});

describe("the bar of a phone", () => {
  journey("leaves while the reader goes down, and comes back on the way up, at the end, and for the keyboard", async ({ visit }) => {
    const { page } = await visit(STORY, { width: 360 });
    const bar = page.getByRole("list", { name: "Story tools" });
    const inWindow = () => bar.evaluate((one) => one.getBoundingClientRect().top < innerHeight);
    expect(await inWindow()).toBe(true);
    await page.mouse.wheel(0, 900);
    await expect.poll(inWindow).toBe(false);
    await page.mouse.wheel(0, -200);
    await expect.poll(inWindow).toBe(true);
    await page.mouse.wheel(0, 600);
    await expect.poll(inWindow).toBe(false);
    // The reader takes up the keyboard.
    await page.keyboard.press("ArrowRight");
    await bar.getByRole("button", { name: "Share" }).focus();
    await page.keyboard.press("Tab");
    await expect.poll(inWindow).toBe(true);
    await page.mouse.wheel(0, 30_000);
    await expect.poll(inWindow).toBe(true);
  });

  journey("lets a wide table be scrolled by the keyboard", async ({ visit }) => {
    const { page } = await visit(STORY, { width: 320 });
    const table = page.getByRole("region", { name: /step by step/u });
    await table.focus();
    await table.evaluate((one) => one.querySelector("table")?.style.setProperty("inline-size", "40rem"));
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => table.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
  });
});

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const opacity = (page: Page, selector: string) => page.locator(selector).evaluate((one) => Number(getComputedStyle(one).opacity));

/** The clipboard can only be read on a page of its site. */
async function clipboardOf(page: Page, address: string): Promise<string> {
  await page.goto(address);
  const text = await clipboard(page);
  await page.goto("about:blank");
  return text;
}

function isInView(element: Element): boolean {
  const { top } = element.getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}

async function violations(page: Page, part: string) {
  const result = await new AxeBuilder({ page }).include(part).analyze();
  return result.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
