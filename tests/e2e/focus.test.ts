/* oxlint-disable no-empty-pattern -- Vitest reads which fixtures are needed from a pattern, and wants one also where none is. */
import type { Browser, BrowserContext } from "playwright-core";
import { expect } from "vitest";
import { fakeSpeech } from "../reader/listen/fakeSpeech.ts";
import { accountOpener, accountStates } from "../support/accessibility/accountStates.ts";
import { type Exempt, type Open, pressEveryButton } from "../support/accessibility/everyButton.ts";
import { withLibrary } from "../support/accessibility/fullLibrary.ts";
import { watchRegions } from "../support/accessibility/liveRegions.ts";
import { PAGE_STATES } from "../support/accessibility/pageStates.ts";
import { openPaper } from "../support/accountPaper.ts";
import { alive, journey as visiting } from "../support/journey.ts";

/** As many as two cores keep busy. */
const SIDE_BY_SIDE = [1, 2, 3];

const LONG = { timeout: 600_000, retry: 0 };

/** Which button is not pressed, and why. */
const EXEMPT: Exempt[] = [];

const journey = visiting.extend("paper", { scope: "file" }, async ({}, { onCleanup }) => {
  // Each page says from which network it comes.
  const paper = await openPaper({ BEHIND_PROXY: "1" });
  onCleanup(() => paper.close());
  return paper;
});

journey("no button of any page leaves the focus on the body, and no region comes with its words", LONG, async ({ browser, site }) => {
  const context = await browser.newContext();
  const library = await withLibrary(context, site.address);
  await context.close();
  const opens = await Promise.all(SIDE_BY_SIDE.map(() => opener(browser, site.address, library)));
  const { lost, pressed, born, idle } = await pressEveryButton(PAGE_STATES, opens, EXEMPT);
  expect({ lost, born, idle }).toEqual({ lost: [], born: [], idle: [] });
  expect(pressed.length).toBeGreaterThan(150);
});

journey("nor does any button of the account's pages", LONG, async ({ browser, paper }) => {
  const opens = await Promise.all(SIDE_BY_SIDE.map(() => accountOpener(browser, paper)));
  const { lost, pressed, born } = await pressEveryButton(accountStates(paper), opens);
  expect({ lost, born }).toEqual({ lost: [], born: [] });
  expect(pressed.length).toBeGreaterThan(25);
});

/** Opens pages in a browser profile of its own, which is set back before each to what the device had kept. */
async function opener(browser: Browser, address: string, kept: Awaited<ReturnType<BrowserContext["storageState"]>>): Promise<Open> {
  const context = await browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
  await context.addInitScript(fakeSpeech, { voices: [{ name: "Alan", lang: "en-GB" }] });
  await watchRegions(context);
  return async ({ path }) => {
    await context.setStorageState(kept);
    const page = await context.newPage();
    await page.goto(address + path.slice(1));
    await alive(page);
    return { page, close: () => page.close() };
  };
}
