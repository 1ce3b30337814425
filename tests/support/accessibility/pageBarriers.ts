import type { Page } from "playwright-core";
import { RUN } from "../journey.ts";
import { barriers } from "./barriers.ts";
import { clippedText, clippedWhenLarge } from "./clippedText.ts";
import { currentLinks } from "./currentLinks.ts";
import { labelInName } from "./labelInName.ts";
import { lastingMovement } from "./lastingMovement.ts";
import { liveRegions } from "./liveRegions.ts";
import { movement } from "./movement.ts";
import { runTogether } from "./runTogether.ts";
import { sameNames } from "./sameNames.ts";
import { sidewaysScroll } from "./sidewaysScroll.ts";
import { smallTargets, smallTouchTargets } from "./smallTargets.ts";
import { forcedStates, stateContrast } from "./stateContrast.ts";

const CHECKS = [
  barriers,
  movement,
  lastingMovement,
  unmarkedLists,
  runTogether,
  sameNames,
  currentLinks,
  labelInName,
  liveRegions,
  stateContrast,
  forcedStates,
  smallTargets,
  clippedWhenLarge,
];

/** Those of a window of 320 px, which is one of 1280 px magnified four times (WCAG 1.4.10). */
const NARROW = [sidewaysScroll, clippedText, clippedWhenLarge, smallTouchTargets];

/** What is wrong with a page as it is now: by day and by night, in colours of the system, magnified, and by touch. */
export async function pageBarriers(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const check of CHECKS) problems.push(...(await check(page)));
  await page.emulateMedia({ colorScheme: "dark" });
  problems.push(...(await barriers(page, "colours")).map((problem) => `dark: ${problem}`));
  // There the system chooses the colours of text on all pages alike: the core looks at four of them, a run of all at each.
  await page.emulateMedia({ colorScheme: "light", forcedColors: RUN === "rest" ? "none" : "active" });
  if (RUN !== "rest") problems.push(...(await barriers(page, "colours")).map((problem) => `forced colours: ${problem}`));
  await page.emulateMedia({ forcedColors: "none" });
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 512 });
  for (const check of NARROW) problems.push(...(await check(page)).map((problem) => `320 px: ${problem}`));
  problems.push(...(await barriers(page, "layout")).map((problem) => `320 px: ${problem}`));
  if (before) await page.setViewportSize(before);
  return problems;
}

/** Lists whose marks styles take away, and which do not say that they are lists: Safari then takes them for none. */
function unmarkedLists(page: Page): Promise<string[]> {
  return page
    .locator("ul, ol")
    .evaluateAll((lists) =>
      lists
        .filter((list) => getComputedStyle(list).listStyleType === "none" && !list.closest("nav") && list.getAttribute("role") !== "list")
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
}
