import type { BrowserContext, Page } from "playwright-core";
import { newTab, open } from "./phone.ts";

/** One load of a page: milliseconds, bytes, and the score of its shifts. */
export type Load = {
  paint: number;
  shift: number;
  blocking: number;
  longestTask: number;
  tasksBeforePaint: number;
  scriptBeforePaint: number;
};

/** How long a page is watched when it has loaded: until all that comes at idle has come, in milliseconds. */
const WATCHED = 4000;

/** Loads a page in a new tab, lets everything come that comes by itself, and closes it. */
export async function measuredLoad(phone: BrowserContext, url: string): Promise<Load> {
  const page = await newTab(phone);
  await open(page, url);
  await page.waitForTimeout(WATCHED);
  const load = await loadOf(page);
  const broken = await page.evaluate(() =>
    [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map(({ src }) => src),
  );
  if (broken.length > 0) throw new Error(`${url} has pictures that did not come: ${broken.join(", ")}.`);
  await page.close();
  return load;
}

async function loadOf(page: Page): Promise<Load> {
  const { noted, scripts } = await page.evaluate(() => {
    const resources = performance.getEntriesByType("resource");
    const scripts = resources.flatMap((entry) =>
      entry instanceof PerformanceResourceTiming && entry.name.endsWith(".js")
        ? [{ end: entry.responseEnd, bytes: entry.encodedBodySize }]
        : [],
    );
    return { noted: window.noted, scripts };
  });
  const { paint, shift, tasks } = noted;
  const long = tasks.filter(({ length }) => length > 50);
  return {
    paint: Math.round(paint),
    shift: Math.round(shift * 1000) / 1000,
    blocking: Math.round(long.reduce((sum, { length }) => sum + length - 50, 0)),
    longestTask: Math.max(0, ...tasks.map(({ length }) => length)),
    tasksBeforePaint: long.filter(({ start }) => start < paint).length,
    scriptBeforePaint: scripts.filter(({ end }) => end < paint).reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
