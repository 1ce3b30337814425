import type { Page } from "playwright-core";
import { expect } from "vitest";
import { barriers } from "../support/accessibility/barriers.ts";
import { dialogStops } from "../support/accessibility/dialogStops.ts";
import { labelInName } from "../support/accessibility/labelInName.ts";
import { lastingMovement } from "../support/accessibility/lastingMovement.ts";
import { liveRegions } from "../support/accessibility/liveRegions.ts";
import { movement } from "../support/accessibility/movement.ts";
import { type Defect, plant } from "../support/accessibility/plantedDefects.ts";
import { runTogether } from "../support/accessibility/runTogether.ts";
import { sameNames } from "../support/accessibility/sameNames.ts";
import { smallTargets } from "../support/accessibility/smallTargets.ts";
import { forcedStates, stateContrast } from "../support/accessibility/stateContrast.ts";
import { alive, journey, RUN } from "../support/journey.ts";

const STORY = "/article/voyager-1-makes-sense-again";

/** The strict policy would not let us spoil the page. */
const OPTIONS = { reducedMotion: "reduce", bypassCSP: true } as const;

/** The key that opens each dialog. */
const DIALOGS = { menu: "m", search: "/", settings: "t", shortcuts: "?" } as const;

const CHECKS = [
  barriers,
  movement,
  lastingMovement,
  liveRegions,
  labelInName,
  stateContrast,
  forcedStates,
  dialogStops,
  runTogether,
  sameNames,
  smallTargets,
];

/** Slips in what comes over the page, each of another kind. */
const DEFECTS: (Defect & { in: keyof typeof DIALOGS })[] = [
  {
    in: "menu",
    name: "a panel that ignores reduced motion",
    check: lastingMovement,
    css: "dialog.panel { transition: translate 1s !important }",
  },
  { in: "settings", name: "a panel that breathes", check: movement, css: "dialog.panel { animation: breathe 1s infinite !important }" },
  { in: "search", name: "Tab blocked in the quick search", check: dialogStops, at: "dialog[open] input", holdsTab: true },
  {
    in: "settings",
    name: "a button of a dialog that Tab leaves out",
    check: dialogStops,
    at: "dialog[open] .between .plain",
    set: ["tabindex", "-1"],
  },
  {
    in: "search",
    name: "an assertive result count",
    check: liveRegions,
    at: "dialog[open] [role=status]",
    set: ["aria-live", "assertive"],
  },
  { in: "search", name: "an alert that is no error", check: liveRegions, at: "dialog[open] form", gets: "<p role='alert'>Type a word</p>" },
  { in: "search", name: "a count as the result of a form", check: liveRegions, at: "dialog[open] form", gets: "<output>12</output>" },
  {
    in: "search",
    name: "a region that is born with its words",
    check: liveRegions,
    at: "dialog[open] form",
    gets: "<p role='status'>3 stories</p>",
  },
  {
    in: "settings",
    name: "a chosen setting at 1.1:1",
    check: stateContrast,
    css: ".choice label:has(:checked) { background: color-mix(in srgb, var(--ink) 5%, var(--paper)) !important; color: var(--ink) !important }",
  },
  { in: "settings", name: "a choice whose focus is not seen", check: dialogStops, css: ".choice label { outline: none !important }" },
  {
    in: "settings",
    name: "a chosen setting without a mark in colours of the system",
    check: forcedStates,
    css: "@media (forced-colors: active) { .choice label:has(:checked) { background: Canvas !important; color: CanvasText !important } }",
  },
  {
    in: "shortcuts",
    name: "a button whose name leaves out its words",
    check: labelInName,
    at: "dialog[open] header",
    gets: "<button aria-label='Shut'>Close it</button>",
  },
  {
    in: "settings",
    name: "a choice whose name leaves out its words",
    check: labelInName,
    at: "dialog[open] .choice input",
    set: ["aria-label", "First"],
  },
  { in: "menu", name: "a dialog without a name", check: dialogStops, at: "dialog[open]", without: "aria-labelledby" },
  { in: "menu", name: "a link in a button", check: barriers, at: "dialog[open] .menu-tools button", gets: "<a href='/latest'>Latest</a>" },
  {
    in: "shortcuts",
    name: "a focus that is hidden from screen readers",
    check: dialogStops,
    at: "dialog[open] label",
    set: ["aria-hidden", "true"],
  },
  {
    in: "settings",
    name: "a name that leads to nothing",
    check: barriers,
    at: "dialog[open] summary",
    becomes: "<summary aria-labelledby='none'></summary>",
  },
];

journey.for(Object.keys(DIALOGS))("the %s has no slip that the checks know", async (name, { visit }) => {
  const { page } = await visit(STORY, OPTIONS);
  expect(await liveRegions(page)).toEqual([]);
  await openDialog(page, name);
  for (const check of CHECKS) expect(await check(page), check.name).toEqual([]);
});

// Only a change of a check can make it miss one.
if (RUN === "all")
  journey("the checks find every slip that is planted in a dialog", { timeout: 180_000 }, async ({ visit }) => {
    const { page } = await visit(STORY, OPTIONS);
    const missed: string[] = [];
    for (const defect of DEFECTS) {
      await page.reload();
      await alive(page);
      await openDialog(page, defect.in);
      const before = await defect.check(page);
      await plant(page, defect);
      if ((await defect.check(page)).length <= before.length) missed.push(defect.name);
    }
    expect(missed).toEqual([]);
  });

async function openDialog(page: Page, name: string): Promise<void> {
  await page.keyboard.press(Object.entries(DIALOGS).find(([dialog]) => dialog === name)?.[1] ?? "");
  await page.locator("dialog[open]").waitFor();
}
