import { setTimeout as wait } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { join } from "node:path";
import { PHONE, SLOWER } from "../../tests/support/phoneLoad.ts";
import type { Front } from "./front.ts";

/** What a visit looks for on every site alike. */
export type Probe = {
  /** A story with a picture. */
  story: { path: string; begin: string };
  /** A list, the story in it that is tapped, and the one that stands first. */
  list: { path: string; headline: string; first: string; tapped: { path: string; begin: string } };
};

/** In milliseconds: a story's largest paint, a tap on a story until its text is painted, Back until the list is; and what a first visit costs. */
export type Visit = { paint: number; tap: number; back: number; requests: number; kilobytes: number };

/** How long nothing may be under way, in milliseconds, until a page has loaded what it loads at idle; and when waiting ends. */
const QUIET = 1500;
const PATIENCE = 60_000;

/** Visits a site twice on a phone that has never seen it: a story, and a list from which a story is opened and left. */
export async function visit(browser: Browser, front: Front, probe: Probe): Promise<Visit> {
  const first = await onPhone(browser, front, async (page) => {
    await expecting(page, [["p", probe.story.begin]], () => page.goto(front.address + probe.story.path, { waitUntil: "commit" }));
    await quiet(front);
    return {
      paint: await page.evaluate(largestPaint),
      requests: front.traffic.requests,
      kilobytes: Math.round(front.line.bytesDown / 1000),
    };
  });
  return { ...first, ...(await onPhone(browser, front, (page) => tapAndBack(page, front, probe.list))) };
}

async function tapAndBack(page: Page, front: Front, list: Probe["list"]): Promise<{ tap: number; back: number }> {
  const shown: Texts = [
    ["h1", list.headline],
    ["main a", list.first],
  ];
  await expecting(page, shown, () => page.goto(front.address + list.path, { waitUntil: "commit" }));
  await quiet(front);
  const link = page.locator(`main :is(h2, h3) a:is([href$="${list.tapped.path}"], [href$="${list.tapped.path}/"])`).first();
  await link.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  await quiet(front);
  const opened = await expecting(page, [["p", list.tapped.begin]], () => touch(page, link));
  const pressed = Number(await page.evaluate(() => sessionStorage.getItem("pressed")));
  await quiet(front);
  const left = await page.evaluate(() => performance.timeOrigin + performance.now());
  // The page may be gone before it has said that it went.
  const back = await expecting(page, shown, () => page.evaluate(() => void setTimeout(() => history.back())));
  return { tap: Math.round(opened - pressed), back: Math.round(back - left) };
}

/** As long as a finger is on the glass. */
const TOUCH = 80;

async function touch(page: Page, link: ReturnType<Page["locator"]>): Promise<void> {
  const box = await link.boundingBox();
  if (!box) throw new Error("The story to tap is not shown.");
  const session = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + Math.min(60, box.width / 2), y: box.y + Math.min(12, box.height / 2) }];
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await wait(TOUCH);
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

type Texts = [selector: string, begin: string][];

/** @returns when all of the texts were painted after an action, in milliseconds since 1970 */
async function expecting(page: Page, texts: Texts, act: () => Promise<unknown>): Promise<number> {
  const begin = `awaitTexts(${JSON.stringify(texts)})`;
  if (page.url() === "about:blank")
    await page.addInitScript(`if (sessionStorage.begun !== "yes") (sessionStorage.begun = "yes"), ${begin}`);
  else await page.evaluate(begin);
  await act();
  for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(50)) {
    const painted = await page.evaluate(() => sessionStorage.getItem("painted")).catch(() => null);
    if (painted !== null) return Number(painted);
  }
  throw new Error(`${page.url()} does not show ${texts.map(([, text]) => `“${text}”`).join(" and ")}.`);
}

async function onPhone<T>(browser: Browser, front: Front, act: (page: Page) => Promise<T>): Promise<T> {
  const phone: BrowserContext = await browser.newContext(PHONE);
  try {
    await phone.addInitScript({ path: join(import.meta.dirname, "inPage.js") });
    const page = await phone.newPage();
    await (await phone.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    Object.assign(front.traffic, { requests: 0, last: Date.now() });
    front.line.bytesDown = 0;
    return await act(page);
  } finally {
    await phone.close();
  }
}

async function quiet({ traffic, line }: Front): Promise<void> {
  const end = Date.now() + PATIENCE;
  let [bytes, since] = [line.bytesDown, Date.now()];
  while (Date.now() < end && (Date.now() - since < QUIET || traffic.open > 0)) {
    await wait(50);
    if (line.bytesDown !== bytes) [bytes, since] = [line.bytesDown, Date.now()];
  }
}

function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => resolve(Math.round(list.getEntries().at(-1)?.startTime ?? 0)));
    observer.observe({ type: "largest-contentful-paint", buffered: true });
  });
}
