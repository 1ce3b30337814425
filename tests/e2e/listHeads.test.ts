import { expect } from "vitest";
import { journey, WIDTHS } from "../support/journey.ts";

const TOPIC = "/topic/europol";

journey("what is related to a list is told in a sentence of links, and looks like no filter", async ({ visit }) => {
  const { page } = await visit(TOPIC, { width: 1280, javaScriptEnabled: false });
  expect(await page.locator(".list-head .related").textContent()).toMatch(/^Related: Cybercrime, .+/u);
  expect(await page.locator(".list-head .chip").count()).toBe(0);
});

journey.for(["ltr", "rtl"])(
  "related topics are one line that a phone pushes sideways, also without scripts, %s",
  async (direction, { visit }) => {
    const { page } = await visit(TOPIC, { width: 360, javaScriptEnabled: false });
    await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
    const links = page.locator(".related a");
    const boxes = () => links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().toJSON()));

    const before = await boxes();
    expect(new Set(before.map(({ top }) => top)).size).toBe(1);
    // One is cut by the edge of the window: that is how one sees that there are more.
    expect(before.filter(({ left, right }) => (left < 0 && right > 0) || (left < 360 && right > 360)).length).toBe(1);

    await links.last().focus();
    expect((await boxes()).map(({ left, right }) => left >= 0 && right <= 360).at(-1)).toBe(true);
  },
);

journey("a list's first headline is in the upper half of a phone, however long its name and many its days", async ({ visit }) => {
  const { page } = await visit(TOPIC, { width: 360 });
  for (const path of [TOPIC, "/thread/gravitational-waves-heard", "/archive/2024/04"]) {
    await page.goto(new URL(path, page.url()).href);
    expect((await page.locator(".day h3").first().boundingBox())?.y).toBeLessThan(780 / 2);
  }
});

journey("no ring around a related topic is cut off", async ({ visit }) => {
  const { page } = await visit(TOPIC, { width: 360, waits: false });
  const rooms = await page.locator(".related").evaluate((line) => {
    const outer = line.getBoundingClientRect();
    const first = line.querySelector("a")?.getBoundingClientRect();
    return first ? [first.top - outer.top, outer.bottom - first.bottom, first.left - outer.left] : [];
  });
  // Two pixels of ring, three of air.
  expect(Math.min(...rooms)).toBeGreaterThanOrEqual(5);
});

journey("the tools of a list say what they do, and no two the same", async ({ visit }) => {
  const { page } = await visit(TOPIC);
  const tools = page.locator(".list-head button");
  expect(await tools.allTextContents()).toEqual(["Follow", "Mute", "Listen", "Keep these stories offline"]);
});

journey.for(WIDTHS)(
  "a list has one heavy rule, a line between its days, and counts no single story, %i px wide",
  async (width, { visit }) => {
    const { page } = await visit("/place/the-hague", { width, javaScriptEnabled: false });
    const rules = await page.locator(".day").evaluateAll((days) => days.map((day) => getComputedStyle(day).borderBlockStartWidth));
    expect(rules.length).toBeGreaterThan(4);
    expect(rules[0]).toBe("3px");
    expect(new Set(rules.slice(1))).toEqual(new Set(["1px"]));
    expect(await page.locator("main").textContent()).not.toMatch(/\b1 story\b/u);
  },
);

journey("a list that shows the day of its stories does not say it again in each of them", async ({ visit }) => {
  for (const path of ["/place/the-hague", TOPIC, "/latest"]) {
    const { page } = await visit(path, { waits: false, javaScriptEnabled: false });
    await page.locator(".foot").waitFor();
    expect(await page.locator(".day .teaser time").count()).toBe(0);
    expect(await page.locator(".day > h2 time").count()).toBeGreaterThan(0);
  }
});

journey("the archive tells what led its years and months, and leads from month to month and down to their days", async ({ visit }) => {
  const { page } = await visit("/archive", { javaScriptEnabled: false });
  expect(await page.locator("main section h3").count()).toBeGreaterThan(5);
  await page.locator("main").getByRole("link", { name: "2024", exact: true }).click();
  await page.locator("main").getByRole("link", { name: "April", exact: true }).click();
  await page.getByRole("navigation", { name: "April 2024" }).getByRole("link", { name: "16", exact: true }).click();
  expect(new URL(page.url()).hash).toBe("#day-2024-04-16");
  expect(await page.locator("#day-2024-04-16").evaluate((day) => day.getBoundingClientRect().top >= 0)).toBe(true);
  await page.getByRole("navigation", { name: "April 2024" }).getByRole("link", { name: "March 2024" }).click();
  expect(new URL(page.url()).pathname).toBe("/archive/2024/03");
});

journey("on a phone, the days of a month are one line that begins under its heading's edge", async ({ visit }) => {
  const { page } = await visit("/archive/2024/04", { width: 360, javaScriptEnabled: false });
  const edge = (await page.getByRole("heading", { level: 1 }).boundingBox())?.x ?? 0;
  const boxesOf = (what: string) =>
    page.locator(`.calendar ${what}`).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  expect(new Set((await boxesOf("time")).map(({ top }) => top)).size).toBe(1);
  expect((await boxesOf("svg"))[0].left).toBeCloseTo(edge, 0);
});
