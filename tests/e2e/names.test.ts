import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject } from "vitest";
import { broadsheet } from "../support/installation.ts";
import { alive, journey, WIDTHS } from "../support/journey.ts";
import { LANGUAGES_PAPER, writePaper } from "../support/languagesPaper.ts";
import { selectWords } from "../support/selectWords.ts";
import { openSite } from "../support/site.ts";

const STORY = "/article/europol-counts-821-networks";
const LIST = "/data/topic/europol.json";

const nameIn = (page: Page, name = "Europol") => page.locator(".prose .name", { hasText: name }).first();
const card = (page: Page, name = "Europol") => page.getByRole("dialog", { name });
const gone = (page: Page) => page.locator(".name-card").waitFor({ state: "detached" });
const pathOf = (page: Page) => new URL(page.url()).pathname;

describe("a card on a desktop", () => {
  journey("stands whole between the masthead and the foot of the window, wherever its name is", async ({ visit }) => {
    const { page } = await visit(STORY, { width: 1280 });
    for (const share of [0.35, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8]) {
      await nameIn(page).evaluate((link, part) => scrollBy(0, link.getBoundingClientRect().top - innerHeight * part), share);
      await nameIn(page).click();
      await card(page).getByRole("region", { name: "Latest" }).waitFor();
      const { top, bottom, head, foot } = await card(page).evaluate((shown) => ({
        top: shown.getBoundingClientRect().top,
        bottom: shown.getBoundingClientRect().bottom,
        head: document.querySelector(".masthead")!.getBoundingClientRect().bottom,
        foot: document.documentElement.clientHeight,
      }));
      expect(top, `with its name at ${share} of the window`).toBeGreaterThanOrEqual(Math.max(head, 0));
      expect(bottom, `with its name at ${share} of the window`).toBeLessThanOrEqual(foot);
      await page.keyboard.press("Escape");
      await gone(page);
    }
  });
});

describe.each(WIDTHS)("a name in a story, %i px wide", (width) => {
  journey("shows a card when it is pressed, with what it is, its latest stories and the way to all", async ({ visit }) => {
    const { page } = await visit(STORY, { width, hasTouch: width < 768 });
    await (width < 768 ? nameIn(page).tap() : nameIn(page).click());
    const shown = card(page);
    await shown.getByText("police co-operation", { exact: false }).waitFor();
    expect(pathOf(page)).toBe(STORY);
    const stories = shown.getByRole("region", { name: "Latest" }).getByRole("link");
    expect(await stories.count()).toBe(3);
    expect(await stories.evaluateAll((links) => links.map((link) => link.getAttribute("href")))).not.toContain(STORY);
    const box = (await shown.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    const { violations } = await new AxeBuilder({ page }).include("main").analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await shown.getByRole("link", { name: /^Show all \d+$/u }).click();
    await page.getByRole("heading", { level: 1, name: /Europol news/u }).waitFor();
    expect(pathOf(page)).toBe("/topic/europol");
    await page.goBack();
    await nameIn(page).waitFor();
    expect(await card(page).count()).toBe(0);
  });

  journey("is followed from its card", async ({ visit }) => {
    const { page } = await visit(STORY, { width });
    await nameIn(page).click();
    await card(page).getByRole("button", { name: "Follow" }).click();
    if (width < 768) await gone(page);
    else await card(page).getByRole("button", { name: "Following" }).waitFor();
    // Nothing is before what the toast says.
    const toast = page.locator(".toast", { hasText: "You now follow Europol" });
    await toast.waitFor();
    expect(
      await toast.evaluate((one) => {
        const { left, top, width: wide, height } = one.getBoundingClientRect();
        return one.contains(document.elementFromPoint(left + wide / 2, top + height / 2));
      }),
    ).toBe(true);
    await page.goto(new URL("/following", page.url()).href);
    await page.getByRole("main").getByRole("link", { name: "Europol" }).first().waitFor();
  });

  journey("opens by Enter, keeps the focus inside, and gives it back on Escape", async ({ visit }) => {
    const { page } = await visit(STORY, { width });
    await nameIn(page).focus();
    await page.keyboard.press("Enter");
    await card(page).getByRole("region", { name: "Latest" }).waitFor();
    await expect.poll(() => card(page).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Close");
    await page.keyboard.press("Escape");
    await gone(page);
    expect(await nameIn(page).evaluate((link) => link === document.activeElement)).toBe(true);
  });

  journey("is a plain link without JavaScript, once a story", async ({ visit }) => {
    const { page } = await visit(STORY, { width, javaScriptEnabled: false });
    expect(await page.locator(".prose .name", { hasText: /^Europol$/u }).count()).toBe(1);
    expect(await page.locator(".prose :is(h2, h3, figcaption, cite, a) .name").count()).toBe(0);
    await nameIn(page).click();
    await page.getByRole("heading", { level: 1, name: /Europol news/u }).waitFor();
  });

  journey("says that its card did not load, leads to the page all the same, and tries again", async ({ visit, site, onTestFinished }) => {
    const { page, forgive } = await visit(STORY, { width });
    forgive(/status of 500/u);
    site.faults.set(LIST, (_, response) => void response.writeHead(500).end());
    onTestFinished(() => void site.faults.delete(LIST));
    await nameIn(page).click();
    await card(page).getByText("This card did not load.").waitFor();
    expect(await card(page).getByRole("link", { name: "All of Europol" }).getAttribute("href")).toBe("/topic/europol");
    site.faults.delete(LIST);
    await card(page).getByRole("button", { name: "Try again" }).click();
    await card(page).getByRole("region", { name: "Latest" }).waitFor();
  });

  journey("is plain text for a reader who wants no cards", async ({ visit }) => {
    const { page } = await visit(STORY, { width });
    await page.keyboard.press("t");
    await page.getByText("More settings").click();
    await page.getByRole("group", { name: "Cards for names in stories" }).getByRole("radio", { name: "Off" }).check();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".prose .name[href]").count()).toBe(0);
    await page.reload();
    await expect.poll(() => page.locator(".prose .name[href]").count()).toBe(0);
    expect(await nameIn(page).evaluate((name) => getComputedStyle(name).textDecorationLine)).toBe("none");
  });
});

describe("a pointer that rests on a name", () => {
  journey("shows its card without taking the focus, and takes it away when it leaves both", async ({ visit }) => {
    const { page } = await visit(STORY);
    const focused = await page.evaluate(() => document.activeElement?.tagName);
    await nameIn(page).hover();
    await card(page).getByRole("region", { name: "Latest" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe(focused);
    await page.clock.install();
    await card(page).getByRole("heading", { name: "Europol" }).hover();
    // Longer than a pointer may be away from name and card.
    await page.clock.runFor(5000);
    expect(await card(page).isVisible()).toBe(true);
    await page.mouse.move(2, 2);
    await gone(page);
    await nameIn(page).hover();
    await card(page).waitFor();
    await page.keyboard.press("Escape");
    await gone(page);
  });

  journey("closes no note that is being written, and covers no words that are selected", async ({ visit }) => {
    const { page } = await visit(STORY);
    await selectWords(page, "#p-1", "police force");
    await page.getByRole("button", { name: "Highlight in green" }).waitFor();
    await page.clock.install();
    // Far from what is shown beside the words.
    const name = "Netherlands";
    const rests = async () => {
      await nameIn(page, name).hover();
      // Longer than a pointer rests until a card is shown.
      await page.clock.runFor(2000);
    };
    await rests();
    expect(await card(page, name).count()).toBe(0);
    await page.getByRole("button", { name: "Highlight in green" }).click();
    const sign = page.getByRole("button", { name: "Highlight: “police force”" });
    await sign.focus();
    await page.keyboard.press("Enter");
    const note = page.getByRole("dialog", { name: "Highlight: “police force”" }).getByRole("textbox", { name: "Note" });
    await note.fill("Which one?");
    await rests();
    expect(await card(page, name).count()).toBe(0);
    expect(await note.inputValue()).toBe("Which one?");
    await page.keyboard.press("Escape");
    await note.waitFor({ state: "detached" });
    await page.mouse.move(2, 2);
    await rests();
    await card(page, name).waitFor();
  });

  journey("that presses keeps the card until it is closed", async ({ visit }) => {
    const { page } = await visit(STORY);
    await nameIn(page).hover();
    await card(page).waitFor();
    await nameIn(page).click();
    await expect.poll(() => card(page).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await page.clock.install();
    await page.mouse.move(2, 2);
    await page.clock.runFor(5000);
    expect(await card(page).isVisible()).toBe(true);
    await card(page).getByRole("button", { name: "Close" }).click();
    await gone(page);
    expect(pathOf(page)).toBe(STORY);
  });
});

journey("a card has no story that the reader has muted, and the next in its place", async ({ visit }) => {
  const { page } = await visit(STORY);
  const stories = card(page).getByRole("region", { name: "Latest" }).getByRole("link");
  const addresses = () => stories.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  await nameIn(page).click();
  await stories.first().waitFor();
  const before = await addresses();
  expect(before[0]).toBe("/article/labhost-closed");
  await page.goto(new URL("/topic/phishing", page.url()).href);
  await page.locator(".list-tools summary").click();
  await page.getByRole("button", { name: "Mute" }).click();
  await page.getByRole("button", { name: "Muted" }).waitFor();
  await page.goto(new URL(STORY, page.url()).href);
  await alive(page);
  await nameIn(page).click();
  await expect.poll(addresses).toEqual([...before.slice(1), expect.stringMatching(/^\/article\//u)]);
});

const folder = mkdtempSync(join(tmpdir(), "broadsheet-names-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DUTCH = {
  ...LANGUAGES_PAPER,
  "articles/nl/overtocht.md":
    "---\nheadline: De overtocht\ndatePublished: 2024-06-03\nsection: Wereld\nslug: overtocht\nplaces: [Delft]\n---\nDe boot uit Delft komt aan.\n",
};

journey("a name in another edition leads into that edition, and its card speaks its language", async ({ visit, onTestFinished }) => {
  const out = join(folder, "site");
  await broadsheet(inject("installation"), "build", "--content", writePaper(join(folder, "content"), DUTCH), "--out", out, "--no-compress");
  const site = await openSite(out);
  onTestFinished(() => site.close());
  const { page } = await visit("/nl/article/overtocht", { site });
  await nameIn(page, "Delft").click();
  const shown = card(page, "Delft");
  expect(await shown.getByRole("link", { name: "De veerboot vaart weer" }).getAttribute("href")).toBe("/nl/article/ferry-nl");
  await shown.getByRole("button", { name: "Volgen" }).waitFor();
  await shown.getByRole("link", { name: "Alle 2 tonen" }).click();
  await page.getByRole("heading", { level: 1, name: /Delft/u }).waitFor();
  expect(pathOf(page)).toBe("/nl/place/delft");
});
