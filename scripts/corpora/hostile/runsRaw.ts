import type { Browser } from "playwright-core";
import { answerOthers } from "./answerOthers.ts";
import { poke, showRaw, watchAlerts } from "../../../tests/support/hostile/alerts.ts";

/** How many frames one page has. */
const TOGETHER = 64;

/** How long to wait for what a payload loads, in milliseconds. */
const SETTLE_MS = 400;

/** The payloads that run if they are shown uncleaned: without any, the check would prove nothing. */
export async function runsRaw(browser: Browser, payloads: string[]): Promise<Set<string>> {
  const ran = new Set<string>();
  for (let at = 0; at < payloads.length; at += TOGETHER) {
    const batch = payloads.slice(at, at + TOGETHER);
    for (const name of await namesThatRan(browser, batch)) {
      const payload = batch[Number(name)];
      if (payload !== undefined) ran.add(payload);
    }
  }
  return ran;
}

/** A payload may navigate its frame or the whole page, so each batch has a page of its own. */
async function namesThatRan(browser: Browser, batch: string[]): Promise<Set<string>> {
  const context = await browser.newContext({ bypassCSP: true });
  try {
    const alerted = await watchAlerts(context);
    await answerOthers(context);
    const page = await context.newPage();
    await showRaw(page, batch);
    await page.waitForTimeout(SETTLE_MS);
    const frames = page.frames().filter((frame) => frame.parentFrame() === page.mainFrame());
    await Promise.all(frames.map((frame) => poke(frame, true).catch(() => {})));
    await page.waitForTimeout(SETTLE_MS);
    return new Set(alerted);
  } finally {
    await context.close();
  }
}
