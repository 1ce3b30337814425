import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { assetPath } from "../support/assetPath.ts";
import { cutOff, half, late, missing, noAnswer, notJson, otherJson, serverError } from "../support/faults.ts";
import { journey, someOf, WIDTHS } from "../support/journey.ts";
import type { Fault } from "../support/site.ts";

const STORY = "/article/operation-rescue";
const FILE = "/data/topic/europol.json";
const HEADLINE = "Europol counts 670 suspects and 230 children brought to safety";

const FAULTS: [string, Fault, string][] = [
  ["answers with an error", serverError, "The server answered with an error. It is not your connection."],
  ["is half a file", half, "The page arrived incomplete or damaged."],
  ["is a page in HTML", notJson, "The page arrived incomplete or damaged."],
  ["does not answer", noAnswer, "There is no connection to the server. What you were reading before is still there."],
  ["is cut off in the middle", cutOff, "The page arrived incomplete or damaged."],
  ["is JSON of another kind", otherJson, "The page arrived incomplete or damaged."],
];

describe.each(WIDTHS)("a page whose data fails on the way to it, %i px wide", (width) => {
  journey.for(someOf(FAULTS, 4))("says so and can be tried again when the file %s", async ([, fault, text], { visit, site }) => {
    const { page, forgive } = await visit(STORY, { width });
    site.faults.set(FILE, fault);
    await follow(page);
    await page.locator("main .state").waitFor();
    expect(await page.locator("h1").allInnerTexts()).toEqual(["This page did not load"]);
    expect(await page.locator("main .state").locator(".standfirst").innerText()).toBe(text);
    expect(await page.title()).toBe("This page did not load | Broadsheet");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(await page.locator("main .state").getByRole("link", { name: "Front page" }).isVisible()).toBe(true);

    site.faults.clear();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/topic/europol");
    if ([serverError, cutOff, noAnswer].includes(fault)) forgive(/Failed to load resource/u);
  });

  journey("says so when it fails again, and leads to the front page", async ({ visit, site }) => {
    const { page, forgive } = await visit(STORY, { width });
    site.faults.set(FILE, serverError);
    await follow(page);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => site.asked.filter((path) => path === FILE).length).toBeGreaterThanOrEqual(6);
    expect(await page.locator("h1").allInnerTexts()).toEqual(["This page did not load"]);
    await page.locator("main .state").getByRole("link", { name: "Front page" }).click();
    await page.locator("main .lead").waitFor();
    forgive(/status of 500/u);
  });

  journey("works again by itself when the connection is back", async ({ visit }) => {
    const { page, context, forgive } = await visit(STORY, { width });
    await context.setOffline(true);
    await follow(page);
    await page.getByText("There is no connection to the server.").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => page.getByRole("button", { name: "Try again" }).getAttribute("aria-disabled")).toBe("false");
    expect(await page.locator("h1").allInnerTexts()).toEqual(["This page did not load"]);
    await context.setOffline(false);
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    forgive(/ERR_INTERNET_DISCONNECTED/u);
  });

  journey("leads back to what was read before when the server is gone", async ({ visit, site }) => {
    const { page, forgive } = await visit(STORY, { width });
    await site.close();
    await follow(page);
    await page.getByText("There is no connection to the server.").waitFor();
    await page.goBack();
    await expect.poll(() => page.locator("h1").innerText()).toBe(HEADLINE);
    forgive(/ERR_CONNECTION_REFUSED/u);
  });

  journey("is not lost when its code is missing, as after a new version was published", async ({ visit, site }) => {
    const { page, forgive } = await visit(STORY, { width });
    site.faults.set(assetPath(/^lists-.*\.js$/u), missing);
    await follow(page);
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/topic/europol");
    forgive(/Failed to load resource/u);
  });
});

describe.each(WIDTHS)("the first page, whose HTML is already there, %i px wide", (width) => {
  const OWN_FILE = "/data/article/operation-rescue.json";

  journey.for<[string, string, Fault]>([
    ["its file is missing", OWN_FILE, missing],
    ["its file is cut off", OWN_FILE, cutOff],
    ["its file is of another kind", OWN_FILE, otherJson],
    ["the edition's file fails", "/data/edition.json", serverError],
  ])("stays, with links that lead on, when %s", async ([, file, fault], { visit, site }) => {
    site.faults.set(file, fault);
    const { page, forgive } = await visit(STORY, { width, waits: false });
    // Once the app has given up, it takes out what only it could do.
    await expect.poll(() => page.locator(".needs-script").filter({ visible: true }).count(), { timeout: 5000 }).toBe(0);
    expect(await page.locator("h1").allInnerTexts()).toEqual([HEADLINE]);
    expect(await page.locator("article.story p").count()).toBeGreaterThan(5);
    site.faults.clear();
    await follow(page);
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    if (fault !== otherJson) forgive(/Failed to load resource/u);
  });

  journey("reads while the app is late", async ({ visit, site }) => {
    site.faults.set(assetPath(/^index-.*\.js$/u), late(1500));
    const { page } = await visit(STORY, { width, waits: false });
    expect(await page.locator("h1").innerText()).toBe(HEADLINE);
    await follow(page);
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
  });
});

describe.each(WIDTHS)("a page that is slow to come, %i px wide", (width) => {
  journey("leaves the old one for 300 ms, and then shows its shape and a bar until it is there", async ({ visit, site }) => {
    const { page } = await visit(STORY, { width });
    site.faults.set(FILE, late(1200));
    const bar = await watchBar(page);
    await follow(page);
    await page.getByRole("progressbar", { name: "Loading the page" }).waitFor();
    await page.locator("main[aria-busy] .skeleton").waitFor();
    expect(new URL(page.url()).pathname).toBe(STORY);
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    expect(await page.locator("main[aria-busy]").count()).toBe(0);
    expect(await page.getByRole("progressbar").count()).toBe(0);
    expect(await bar()).toBeGreaterThanOrEqual(295);
  });
});

async function follow(page: Page): Promise<void> {
  await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
}

/** @returns how long after the click the bar was first to be seen, in milliseconds */
async function watchBar(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    addEventListener("click", ({ timeStamp }) => {
      const look = (now: number) => {
        const bar = document.querySelector(".progress");
        if (bar?.checkVisibility({ visibilityProperty: true })) document.documentElement.dataset["bar"] = String(now - timeStamp);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  });
  return async () => Number(await page.locator("html").getAttribute("data-bar"));
}
