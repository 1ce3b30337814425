import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { alive, journey, WIDTHS } from "../support/journey.ts";

const STORY = "/article/operation-rescue";
const DIALOGS = { t: "Reading settings", m: "Menu", "?": "Keyboard shortcuts" };

describe.each(WIDTHS)("the reading settings, %i px wide", (width) => {
  journey("show each change on the page, outlive a reload, and reach another tab at once", async ({ visit, site }) => {
    const { page, context } = await visit(STORY, { width });
    const other = await context.newPage();
    await other.goto(site.address);
    await alive(other);

    const usual = await textSize(page);
    await page.keyboard.press("t");
    await page.getByRole("radio", { name: "Dark" }).check();
    await page.getByRole("radio", { name: "Extra large" }).check();
    expect(await paper(page)).toBe("rgb(19, 21, 24)");
    expect(await textSize(page)).toBeGreaterThan(usual * 1.25);
    await expect.poll(() => paper(other)).toBe("rgb(19, 21, 24)");
    expect(await frameColors(other)).toEqual(["#131518", "#131518"]);

    await page.reload();
    await alive(page);
    expect(await paper(page)).toBe("rgb(19, 21, 24)");
    expect(await textSize(page)).toBeGreaterThan(usual * 1.25);
  });

  journey("are there before the app is, so that nothing flashes", async ({ visit, site }) => {
    const { page, context } = await visit(STORY, { width });
    await page.evaluate(() => localStorage.setItem("broadsheet-settings", '{"theme":"sepia","size":"xl"}'));
    const early = await context.newPage();
    await early.route("**/assets/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
    await early.goto(site.address + STORY.slice(1));
    expect(await paper(early)).toBe("rgb(246, 236, 216)");
    expect(await early.evaluate(() => document.documentElement.dataset["size"])).toBe("xl");
    expect(await frameColors(early)).toEqual(["#f6ecd8", "#f6ecd8"]);
  });

  journey("fetch a typeface only for those who choose it", async ({ visit }) => {
    const { page } = await visit(STORY, { width });
    const fonts: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "font") fonts.push(request.url());
    });
    await page.keyboard.press("t");
    await page.getByRole("dialog", { name: "Reading settings" }).waitFor();
    await page.evaluate(() => document.fonts.ready);
    expect(fonts).not.toContainEqual(expect.stringMatching(/hyper|dyslexic/u));
    const [response] = await Promise.all([
      page.waitForResponse(/dyslexic-regular[^/]*\.woff2$/u),
      page.getByRole("radio", { name: "OpenDyslexic" }).check(),
    ]);
    expect(response.status()).toBe(200);
    for (const part of await page.locator("dialog[open] h2, .masthead .tool, main .chip").all())
      expect(await part.evaluate((element) => getComputedStyle(element).fontFamily)).toMatch(/^"?OpenDyslexic/u);
  });
});

describe.each(WIDTHS)("every dialog, %i px wide", (width) => {
  journey("holds the focus while it is open, gives it back, and has nothing that axe finds", async ({ visit }) => {
    const { page } = await visit(STORY, { width });
    for (const [key, name] of Object.entries(DIALOGS)) {
      const chip = page.locator("main .chip").first();
      await chip.focus();
      await page.keyboard.press(key);
      const dialog = page.getByRole("dialog", { name });
      await dialog.waitFor();
      for (let press = 0; press < 40; press += 1) {
        await page.keyboard.press("Tab");
        expect(await insideDialogOrBrowser(page), `${name}, after Tab ${press + 1}`).toBe(true);
      }
      const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect(await chip.evaluate((element) => element === document.activeElement)).toBe(true);
    }
  });

  journey("closes on a click beside it", async ({ visit }) => {
    const { page } = await visit(STORY, { width });
    await page.keyboard.press("t");
    const dialog = page.getByRole("dialog", { name: "Reading settings" });
    await dialog.waitFor();
    await page.mouse.click(20, 20);
    await dialog.waitFor({ state: "detached" });
  });
});

describe("colours that the system forces", () => {
  journey("show a headline that was read no stronger than the others", async ({ visit }) => {
    const { page } = await visit("/topic/europol", { forcedColors: "active" });
    await page.clock.install();
    await page.locator(`main .teaser a[href$="${STORY}"]`).first().click();
    await page.locator("#p-1").waitFor();
    // Read to its end, for longer than a glance.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.clock.runFor(6000);
    await page.goBack();
    const colour = (teaser: string) =>
      page
        .locator(`${teaser} :is(h2, h3) a`)
        .first()
        .evaluate((link) => getComputedStyle(link).color);
    await page.locator(".teaser .read-mark").first().waitFor();
    expect(await colour(".teaser:has(.read-mark)")).toBe(await colour(".teaser:not(:has(.read-mark))"));
  });

  journey("leave the paper its rule", async ({ visit }) => {
    const { page } = await visit("/", { forcedColors: "active" });
    expect(await page.locator(".oxford").evaluate((rule) => getComputedStyle(rule).backgroundImage)).toContain("gradient");
  });
});

describe("the menu", () => {
  journey("leads to the links at the foot where there is no script", async ({ visit }) => {
    const { page } = await visit(STORY, { javaScriptEnabled: false });
    await page.getByRole("link", { name: "Menu" }).click();
    expect(new URL(page.url()).hash).toBe("#menu");
  });
});

function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

function textSize(page: Page): Promise<number> {
  return page.evaluate(() => {
    const text = document.querySelector(".prose p");
    return text ? Number.parseFloat(getComputedStyle(text).fontSize) : Number.NaN;
  });
}

function frameColors(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() => [...document.querySelectorAll('meta[name="theme-color"]')].map((meta) => meta.getAttribute("content")));
}

/** After the last control the focus goes to the browser's own, which a page sees as no focus at all. */
function insideDialogOrBrowser(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null);
}
