import type { BrowserContext, Page } from "playwright-core";
import type { Site } from "../site.ts";
import { couldRun, poke, watchAlerts } from "./alerts.ts";

/**
 * Visits pages of an edition, dispatches events on all of them, and returns what ran or could
 * run, and how many of them were shown as articles.
 */
export async function alerts(
  context: BrowserContext,
  site: Pick<Site, "address">,
  paths: string[],
  alive: (page: Page) => Promise<void>,
): Promise<{ alerted: string[]; couldRun: string[]; shown: number }> {
  const alerted = await watchAlerts(context);
  const page = await context.newPage();
  const could: string[] = [];
  let shown = 0;
  for (const path of paths) {
    await page.goto(new URL(path.slice(1), site.address).href, { waitUntil: "load" });
    await alive(page);
    await poke(page.mainFrame(), false);
    could.push(...(await couldRun(page)));
    shown += await page.locator("article.story").count();
  }
  // What a payload has requested, such as a missing picture, may answer late.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
  return { alerted: [...alerted], couldRun: could, shown };
}
