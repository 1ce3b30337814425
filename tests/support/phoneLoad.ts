import type { Browser } from "playwright-core";

/** The first load of a page on a phone: milliseconds until the largest contentful paint, and the layout shift score. */
export type PhoneLoad = { paint: number; shift: number };

/** A mid-range phone on a slow mobile network: bytes per second, latency in milliseconds, and how many times slower than this machine. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
export const SLOWER = 4;

/** Its screen. */
export const PHONE = { viewport: { width: 360, height: 800 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** How long a loaded page is observed, in milliseconds: until everything that loads at idle is there. */
const WATCHED = 4000;

/**
 * Loads a page on a phone that has never visited the site.
 * @throws if the page or one of its pictures does not load
 */
export async function phoneLoad(browser: Browser, url: string): Promise<PhoneLoad> {
  const phone = await browser.newContext(PHONE);
  const page = await phone.newPage();
  const session = await phone.newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const answer = await page.goto(url);
  if (!answer?.ok()) throw new Error(`${url} answers ${answer?.status() ?? "nothing"}.`);
  await page.waitForTimeout(WATCHED);
  const broken = await page.evaluate(() =>
    [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map(({ src }) => src),
  );
  if (broken.length > 0) throw new Error(`${url} has pictures that did not come: ${broken.join(", ")}.`);
  const [paints, shifts] = [await entries("largest-contentful-paint"), await entries("layout-shift")];
  await phone.close();
  const shift = shifts.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput === true ? 0 : Number(value)), 0);
  return { paint: Math.round(Number(paints.at(-1)?.["startTime"] ?? 0)), shift: Math.round(shift * 1000) / 1000 };

  /** The browser's performance entries of a type so far. */
  function entries(type: string): Promise<Record<string, unknown>[]> {
    return page.evaluate(
      (kind) =>
        new Promise((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().map((entry) => entry.toJSON()))).observe({
            type: kind,
            buffered: true,
          });
          setTimeout(resolve, 500, []);
        }),
      type,
    );
  }
}
