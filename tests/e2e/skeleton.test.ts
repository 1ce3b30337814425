import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { journey, WIDTHS } from "../support/journey.ts";

/** The height of a line of a headline in a list, in pixels, rounded up. */
const LINE = 31;

const STORY = [".story-top .kicker", ".story-top :is(h1, h2)", ".story-top .standfirst", ".byline", ".actions .tool", ".prose > p"];
const LIST = [".list-head :is(h1, h2)", ".list-tools", ".related", ".day h3", ".day + .day h3", ".day + .day + .day h3"];

/** What is on its way, the page from which it is opened, and what is measured. */
const PAGES: [path: string, from: string, parts: string[]][] = [
  ["/article/reefs-fourth-bleaching", "/section/climate", [...STORY, ".hero picture"]],
  ["/article/operation-rescue", "/topic/europol", STORY],
  ["/section/crime", "/topic/europol", LIST],
  ["/author/crime-desk", "/article/operation-rescue", [".list-head .kicker", ...LIST]],
];

describe.each(WIDTHS)("the shape of a page that is on its way, %i px wide", (width) => {
  journey.for(PAGES)("is that of %s", async ([path, from, parts], { visit, site }) => {
    let letCome = () => {};
    const held = new Promise<void>((resolve) => {
      letCome = resolve;
    });
    site.faults.set(`/data${path}.json`, (_, __, next) => void held.then(next));
    const { page } = await visit(from, { width });
    await page
      .locator(`:is(main, .sections) a[href$="${path}"]`)
      .first()
      .evaluate((link: HTMLElement) => link.click());
    await page.locator("main[aria-busy] .skeleton").waitFor();
    const before = await placesOf(page, parts);
    letCome();
    await page.locator(":is(.prose > p[id], main:not([aria-busy]) .day + .day + .day)").first().waitFor();
    const after = await placesOf(page, parts);
    for (const [part, top] of before) expect.soft(Math.abs((after.get(part) ?? Infinity) - top), part).toBeLessThanOrEqual(LINE);
    expect([...after.keys()]).toEqual(parts);
    expect([...before.keys()]).toEqual(parts);
  });
});

/** How far below the top of the page each part begins. Those that it does not have are left out. */
async function placesOf(page: Page, parts: string[]): Promise<Map<string, number>> {
  const tops = await page.evaluate(
    (all) =>
      all.flatMap((part): [string, number][] => {
        const element = document.querySelector(`main ${part}`);
        return element ? [[part, element.getBoundingClientRect().top]] : [];
      }),
    parts,
  );
  return new Map(tops);
}
