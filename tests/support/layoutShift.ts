import type { Page } from "playwright-core";
import { drawn } from "./journey.ts";

/** The layout shift that late web fonts may cause: about a pixel. */
export const FONTS_MOVE = 0.001;

/** The cumulative layout shift since the page was loaded (W3C Layout Instability). */
export async function layoutShift(page: Page): Promise<number> {
  await drawn(page);
  return page.evaluate(() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: "layout-shift", buffered: true });
    return observer.takeRecords().reduce((sum, entry) => sum + Number(Reflect.get(entry, "value")), 0);
  });
}
