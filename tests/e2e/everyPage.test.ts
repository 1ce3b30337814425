import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { assetPath } from "../support/assetPath.ts";
import { alive, CORE_WIDTHS, journey, RUN } from "../support/journey.ts";
import { hasOwnLayout, NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";
import type { Fault } from "../support/site.ts";

/** The core tries all of them on a phone. */
const KINDS = [...PAGE_KINDS, NOT_FOUND].filter((kind) => RUN === "core" || hasOwnLayout(kind)).map((kind) => [kind.kind, kind] as const);

describe.each(CORE_WIDTHS)("every kind of page, %i px wide", (width) => {
  journey.for(KINDS)("a %s is whole, and says the same before and after the app has taken it over", async ([, kind], { visit, site }) => {
    const { held, release } = hold();
    site.faults.set(assetPath(/^app-.*\.js$/u), held);
    const { page, forgive } = await visit(kind.path, { width, waits: false });
    if (kind === NOT_FOUND) forgive(/status of 404/u);
    await page.locator("footer.foot").waitFor();
    await page.evaluate(() => document.fonts.ready);
    // What is below the window has its styles, and is laid out, once the page is painted.
    await page.locator("link[rel=preload][as=style], [data-first]").first().waitFor({ state: "detached" });
    await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.includes("/style-")));
    await expectWhole(page, kind.text);
    const before = await words(page);

    release();
    await alive(page);
    const after = await words(page);
    // Which address does not exist can only be told once the app is there.
    // A search begins with what is on the device, which only the app knows.
    // A sound is played by the browser's own controls until the app's player stands there. What reads the page aloud comes late, into room that was kept for it.
    const isSame = (line: string) => line !== "" && line !== "Play" && !line.startsWith("Listen to the front page");
    const lines = (text: string) => text.split("\n").filter(isSame);
    const said = kind === NOT_FOUND ? after.replace(`\n\nError 404: ${kind.path}`, "").replace("Search: no such page", "") : after;
    if (kind.kind !== "search") expect(lines(said)).toEqual(lines(before));
    await expectWhole(page, kind.text);
  });
});

/** One headline, one main part with its text, a title, a language; and nothing runs over the window. */
async function expectWhole(page: Page, text: string): Promise<void> {
  expect(await page.locator("h1").count()).toBe(1);
  expect(await page.locator("main").count()).toBe(1);
  expect(await page.locator("main").innerText()).toContain(text);
  expect(await page.title()).toMatch(/Broadsheet/u);
  expect(await page.locator("html").evaluate(({ lang, dir }: HTMLElement) => `${lang} ${dir}`)).toBe("en ltr");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

/** What a reader sees in words. */
function words(page: Page): Promise<string> {
  return page.locator("#root").innerText();
}

/** Keeps a file back until it is released. */
function hold(): { held: Fault; release: () => void } {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  return { held: (_request, _response, next) => void released.then(next), release };
}
