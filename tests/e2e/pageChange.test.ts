import type { Page } from "playwright-core";
import { expect } from "vitest";
import { late } from "../support/faults.ts";
import { alive, journey } from "../support/journey.ts";

const STORY = "/article/operation-rescue";

journey(
  "a page that takes its time gives way to its shape, and one that is turned back from stands where it was left",
  async ({ visit, site }) => {
    site.faults.set(`/data${STORY}.json`, late(4000));
    const { page } = await visit("/topic/europol", { width: 360 });
    const link = page.locator(`main h3 a[href$="${STORY}"]`);
    await link.scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => scrollY);
    expect(left).toBeGreaterThan(0);
    await link.click();
    await page.locator("main[aria-busy=true] .skeleton.story").waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await page.locator("main:visible h1").textContent()).toBe("Loading the page");

    await page.locator(".masthead:visible .nameplate").click();
    await page.locator(".lead h2").waitFor();
    await page.goBack();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);

    await link.click();
    await page.locator(".story-top h1").waitFor();
    expect(await page.locator("[aria-busy]").count()).toBe(0);
  },
);

journey(
  "the tab keeps the title of the page that is left until the next one is there, and so does its history",
  async ({ visit, site }) => {
    site.faults.set(`/data${STORY}.json`, late(2000));
    const { page, context } = await visit("/topic/europol");
    const left = await page.title();
    expect(left).toBe("Europol news | Broadsheet");
    const titles = await page.evaluateHandle(titlesFromNowOn);
    await page.locator(`main h3 a[href$="${STORY}"]`).click();
    await page.locator("main[aria-busy=true]").waitFor();
    expect(await page.title()).toBe(left);
    await page.locator(".story-top h1").waitFor();
    expect(await titles.jsonValue()).toEqual([left, await page.title()]);
    const tab = await context.newCDPSession(page);
    const { entries } = await tab.send("Page.getNavigationHistory");
    expect(entries.map(({ title }) => title).slice(-2)).toEqual([left, await page.title()]);
  },
);

journey("a list that is come back to from a story is whole a moment later, and when it is loaded anew", async ({ visit }) => {
  const { page } = await visit("/topic/europol", { width: 360 });
  const stories = page.locator("main h3 a");
  const all = await stories.count();
  expect(all).toBeGreaterThan(7);
  await stories.nth(1).scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 300));
  await stories.nth(1).click();
  await page.locator(".story-top h1").waitFor();
  await page.goBack();
  await page.locator(".day").first().waitFor();
  await expect.poll(() => stories.count()).toBe(all);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(300);
  await page.reload();
  await alive(page);
  expect(await stories.count()).toBe(all);
});

journey("a headline and its picture grow out of the teaser into the story and back, and nothing is named twice", async ({ visit }) => {
  const { page } = await visit("/topic/europol");
  await page.addInitScript(neverSlow);
  await page.reload();
  await alive(page);
  await follow(page);
  await page.locator("main h3 a").first().click();
  await page.locator(".story-top h1").waitFor();
  await expect.poll(() => names(page)).toEqual(["headline,lead-image,masthead"]);
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await page.goBack();
  await page.locator(".day").first().waitFor();
  await expect.poll(() => names(page)).toEqual(["headline,lead-image,masthead", "headline,lead-image,masthead"]);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("A");
});

journey("pages change at once for readers who want less motion", async ({ visit }) => {
  const { page } = await visit("/topic/europol", { reducedMotion: "reduce" });
  await follow(page);
  await page.locator("main h3 a").first().click();
  await page.locator(".story-top h1").waitFor();
  expect(await names(page)).toEqual([]);
});

journey("pages change at once on a device that was slow, also after a reload", async ({ visit }) => {
  const { page } = await visit("/topic/europol");
  await page.evaluate(workFor, 80);
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("broadsheet-slow"))).toBe("");
  for (const _ of ["now", "later"]) {
    await follow(page);
    await page.locator("main h3 a").first().click();
    await page.locator(".story-top h1").waitFor();
    await page.goBack();
    await page.locator(".day").first().waitFor();
    expect(await names(page)).toEqual([]);
    expect(await page.locator("[data-opened]").count()).toBe(0);
    await page.reload();
    await alive(page);
  }
});

journey("a tap is answered before the next page is drawn", async ({ visit }) => {
  const { page } = await visit("/topic/europol", { reducedMotion: "reduce" });
  await page.evaluate(() => {
    const order: string[] = [];
    Object.assign(window, { order });
    addEventListener("click", () => requestAnimationFrame(() => order.push("frame")), { once: true });
    new MutationObserver(() => document.querySelector(".story-top") && order.push("story")).observe(document.body, {
      childList: true,
      subtree: true,
    });
  });
  const link = page.locator("main h3 a").first();
  // With the story at hand, nothing but the frame stands between the tap and its page.
  await Promise.all([page.waitForResponse(/\/data\/article\//u), link.hover()]);
  await link.click();
  await page.locator(".story-top h1").waitFor();
  expect(await page.evaluate(() => Reflect.get(window, "order")[0])).toBe("frame");
});

journey.for([true, false])("who presses a link and goes back at once goes back: slow device %s", async (isSlow, { visit }) => {
  const { page } = await visit("/topic/europol");
  if (isSlow) await page.evaluate(() => (document.documentElement.dataset["pace"] = "slow"));
  await page.locator("main h3 a").first().click();
  await page.locator(".story-top h1").waitFor();
  await page.evaluate(() => {
    document.querySelector<HTMLElement>(".masthead .nameplate")?.click();
    history.back();
    const end = performance.now() + 250;
    while (performance.now() < end);
  });
  await page.locator(".day").first().waitFor();
  // Nothing tells that the link was not followed after all.
  await page.waitForTimeout(500);
  expect(new URL(page.url()).pathname).toBe("/topic/europol");
  expect(await page.locator("main h1").textContent()).toMatch(/^Europol/u);
});

/** The titles of the document, each as it comes. Runs in the page. */
function titlesFromNowOn(): string[] {
  const titles = [document.title];
  new MutationObserver(() => {
    if (document.title !== titles.at(-1)) titles.push(document.title);
  }).observe(document.head, { childList: true, subtree: true, characterData: true });
  return titles;
}

/** What a fast device tells of itself, however busy this one is. Runs in the page before it. */
function neverSlow(): void {
  sessionStorage.clear();
  window.PerformanceObserver = class extends PerformanceObserver {
    override observe(wanted?: PerformanceObserverInit): void {
      if (wanted?.type?.startsWith("long") !== true) super.observe(wanted);
    }
  };
}

/** A task that takes a number of milliseconds. Runs in the page. */
function workFor(milliseconds: number): void {
  setTimeout(() => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
  });
}

/** Notes of each transition what is named when it begins. */
async function follow(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset["names"] = "";
    const start = document.startViewTransition.bind(document);
    const name = (element: Element) => getComputedStyle(element).getPropertyValue("view-transition-name");
    document.startViewTransition = (change) => {
      const all = [...document.querySelectorAll("body *")]
        .filter((one) => one.checkVisibility())
        .map(name)
        .filter((each) => each !== "none");
      dataset["names"] += `${all.toSorted().join()};`;
      return start(change);
    };
  });
}

async function names(page: Page): Promise<string[]> {
  const all = await page.locator("html").getAttribute("data-names");
  return all?.split(";").slice(0, -1) ?? [];
}
