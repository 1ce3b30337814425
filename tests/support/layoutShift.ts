import type { Page } from "playwright-core";
import { drawn } from "./journey.ts";

/** What the page's own fonts, which come after the first paint, may move: a pixel here and there. */
export const FONTS_MOVE = 0.001;

/** By how much of the screen its parts have moved by themselves since the page was loaded (W3C Layout Instability). */
export async function layoutShift(page: Page): Promise<number> {
  await drawn(page);
  return page.evaluate(() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: "layout-shift", buffered: true });
    return observer.takeRecords().reduce((sum, entry) => sum + Number(Reflect.get(entry, "value")), 0);
  });
}
