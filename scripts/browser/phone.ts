import type { Browser, BrowserContext, Page } from "playwright-core";
import { watchPage } from "./watchPage.ts";

/** A phone of the middle class on a slow mobile network: bytes a second, milliseconds, and how many times slower than this machine. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;

/** A phone that has never been here. */
export async function newPhone(browser: Browser, javaScriptEnabled = true): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    javaScriptEnabled,
  });
  // What runs TypeScript here gives functions their names by a helper of its own, which a page does not have.
  await context.addInitScript("globalThis.__name = (named) => named");
  await context.addInitScript(watchPage);
  return context;
}

/** Opens a page, which must be there. */
export async function open(page: Page, url: string): Promise<void> {
  const answer = await page.goto(url);
  if (!answer?.ok()) throw new Error(`${url} answers ${answer?.status() ?? "nothing"}.`);
}

/** A new tab of the phone. */
export async function newTab(phone: BrowserContext): Promise<Page> {
  const page = await phone.newPage();
  const session = await phone.newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return page;
}
