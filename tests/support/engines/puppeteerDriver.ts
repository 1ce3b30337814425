import puppeteer, { type LaunchOptions } from "puppeteer-core";
import type { Driver, WindowOptions } from "./driver.ts";

/** Chromium by its own protocol, and Firefox by WebDriver BiDi. */
export async function startWithPuppeteer(launch: LaunchOptions, { width, height, scripts }: WindowOptions): Promise<Driver> {
  const browser = await puppeteer.launch({ headless: true, defaultViewport: { width, height }, ...launch });
  const page = await browser.newPage();
  // Firefox cannot switch scripts off for one page; a preference does it at its start.
  if (launch.browser === "chrome") await page.setJavaScriptEnabled(scripts);
  // Firefox says of an error on the console only that it is one.
  await page.evaluateOnNewDocument(() => {
    const { error } = console;
    const named = (value: unknown) => (value instanceof Error ? `${value}\n${value.stack}` : value);
    Object.assign(console, { error: (...values: unknown[]) => error(...values.map(named)) });
  });
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  return {
    open: async (address) => void (await page.goto(address, { waitUntil: "load" })),
    reload: async () => void (await page.reload({ waitUntil: "load" })),
    // Puppeteer's own method waits for a load event, which a page from the back/forward cache does not have.
    back: () => page.evaluate(() => history.back()),
    forward: () => page.evaluate(() => history.forward()),
    evaluate: (run, ...args) => page.evaluate(`(${String(run)})(...${JSON.stringify(args)})`),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys.toReversed()) await page.keyboard.up(key);
    },
    picture: () => page.screenshot(),
    close: async () => {
      await browser.close();
      return errors;
    },
  };
}
