import type { Page } from "playwright-core";

/** The elements that move by themselves. Scroll-driven animations do not count. */
export async function movement(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ timeline, playState }) => timeline instanceof DocumentTimeline && playState === "running")
      .map(({ effect }) => (effect instanceof KeyframeEffect ? (effect.target?.outerHTML.slice(0, 160) ?? "?") : "?")),
  );
}
