import type { Page } from "playwright-core";
import { RUN } from "../journey.ts";

/** The controls that say what state they are in. */
const STATEFUL = "[aria-expanded], [aria-pressed], [aria-haspopup], [role=tab], [role=switch]";

/** What is seen and said of a control and of the page, before and after a press. */
type Seen = {
  isThere: boolean;
  name: string;
  /** The same for controls that are alike, on whatever page. */
  kind: string;
  expanded: string | null;
  pressed: string | null;
  /** Open dialogs, popovers and folded-out parts. */
  opened: number;
  /** Whether the element that the control names as its own is shown. */
  isControlledShown: boolean | undefined;
};

/** The kinds that were as they should be: each is pressed on one page, and in a run of all on every page. */
const wellKnown = new Set<string>();

/**
 * Presses each control that says what state it is in, by the keyboard, and Escape where something has opened.
 * @returns those that say something other than what is seen, what moves for a reader who wants no movement,
 * and pages that do not scroll, or have lost the focus, once what was opened is closed
 */
export async function controlStates(page: Page): Promise<string[]> {
  const problems: string[] = [];
  const count = await page.evaluate(number, STATEFUL);
  for (let at = 0; at < count; at += 1) {
    const before = await page.evaluate(look, at);
    if (!before.isThere || wellKnown.has(before.kind)) continue;
    const wrong = await press(page, at, before);
    if (wrong.length === 0 && RUN !== "all") wellKnown.add(before.kind);
    problems.push(...wrong);
  }
  return problems;
}

async function press(page: Page, at: number, before: Seen): Promise<string[]> {
  const problems: string[] = [];
  await page.evaluate(focus, at);
  await page.keyboard.press("Enter");
  await page.evaluate(settled);
  problems.push(...(await page.evaluate(moving)));
  const { after, wrong } = await answer(page, at, before);
  problems.push(...wrong);
  if (after.opened > before.opened) {
    await page.keyboard.press("Escape");
    await page.evaluate(settled);
    const closed = await page.evaluate(look, at);
    if (closed.opened > before.opened && (await page.evaluate(isModal))) problems.push("Escape does not close what was opened");
    if (closed.isThere && closed.opened === before.opened) {
      if (closed.expanded !== before.expanded) problems.push(`is closed, and says aria-expanded=${closed.expanded}`);
      if (!(await page.evaluate(hasFocus, at))) problems.push("does not get the focus back");
    }
    if (await page.evaluate(isStuck)) problems.push("the page does not scroll any more");
  }
  const now = await page.evaluate(look, at);
  if (now.isThere && (now.pressed !== before.pressed || now.expanded !== before.expanded)) {
    await page.evaluate(focus, at);
    await page.keyboard.press("Enter");
    await page.evaluate(settled);
  }
  return problems.map((problem) => `${before.name}: ${problem}`);
}

/** The state after a press. What has to be loaded, or is stored first, may take a while. */
async function answer(page: Page, at: number, before: Seen, times = 8): Promise<{ after: Seen; wrong: string[] }> {
  const after = await page.evaluate(look, at);
  const wrong = after.isThere ? differences(before, after) : [];
  if (wrong.length === 0 || times === 0) return { after, wrong };
  await page.evaluate(settled);
  return answer(page, at, before, times - 1);
}

function differences(before: Seen, after: Seen): string[] {
  const problems: string[] = [];
  const hasOpened = after.opened > before.opened || (after.isControlledShown === true && before.isControlledShown === false);
  const hasClosed = after.opened < before.opened || (after.isControlledShown === false && before.isControlledShown === true);
  if (after.expanded !== null && hasOpened && after.expanded !== "true") problems.push("has opened something, and says that it has not");
  if (after.expanded !== null && hasClosed && after.expanded !== "false") problems.push("has closed something, and says that it has not");
  if (before.expanded !== null && after.expanded === before.expanded && !hasOpened && !hasClosed)
    problems.push("aria-expanded stays as it was");
  if (before.pressed !== null && after.pressed === before.pressed) problems.push(`aria-pressed stays ${before.pressed}`);
  if (before.pressed !== after.pressed && before.name !== after.name)
    problems.push(`changes its name to ${after.name} and its state at once`);
  return problems;
}

/** Gives a number to each control. It is run in the page, like all functions below. */
function number(selector: string): number {
  const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (control) =>
      control.checkVisibility({ visibilityProperty: true }) &&
      !control.matches("[aria-disabled=true], :disabled") &&
      !control.closest("[inert]"),
  );
  // One of several alike: each teaser has a bookmark.
  const kinds = new Map(shown.map((control) => [`${control.localName}.${control.className} ${control.parentElement?.className}`, control]));
  const some = shown.filter((control) => control.innerText.trim() !== "" || [...kinds.values()].includes(control));
  for (const [at, control] of some.entries()) control.dataset["control"] = String(at);
  return some.length;
}

function look(at: number): Seen {
  const control = document.querySelector<HTMLElement>(`[data-control="${at}"]`);
  const opened = document.querySelectorAll("dialog[open], :popover-open, details[open]").length;
  const owned = document.getElementById(control?.getAttribute("aria-controls") ?? "");
  const name = (control?.ariaLabel ?? control?.innerText ?? "").replace(/\s+/gu, " ").trim();
  return {
    isThere: control?.checkVisibility({ visibilityProperty: true }) ?? false,
    name,
    kind: `${control?.localName}.${control?.className} ${control?.parentElement?.className} ${control?.innerText}`,
    expanded: control?.getAttribute("aria-expanded") ?? null,
    pressed: control?.getAttribute("aria-pressed") ?? null,
    opened,
    isControlledShown: owned?.matches("input") ? undefined : owned?.checkVisibility({ visibilityProperty: true }),
  };
}

function focus(at: number): void {
  document.querySelector<HTMLElement>(`[data-control="${at}"]`)?.focus();
}

function hasFocus(at: number): boolean {
  return document.activeElement === document.querySelector(`[data-control="${at}"]`);
}

function isModal(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/** Waits until nothing has changed for a while. */
function settled(): Promise<void> {
  return new Promise((done) => {
    let timer = setTimeout(done, 120);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, 120);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    setTimeout(() => (observer.disconnect(), done()), 1500);
  });
}

function moving(): string[] {
  return document
    .getAnimations()
    .filter(({ timeline, effect }) => timeline instanceof DocumentTimeline && Number(effect?.getComputedTiming().activeDuration) > 10)
    .map(({ effect }) => `moves: ${effect instanceof KeyframeEffect ? effect.target?.outerHTML.slice(0, 100) : "?"}`);
}

function isStuck(): boolean {
  if (document.documentElement.scrollHeight <= innerHeight + 10) return false;
  const before = scrollY;
  scrollTo({ top: before > 5 ? before - 5 : before + 5, behavior: "instant" });
  const stuck = scrollY === before;
  scrollTo({ top: before, behavior: "instant" });
  // A program can scroll what a reader cannot.
  const hidden = [document.documentElement, document.body].some((element) =>
    ["hidden", "clip"].includes(getComputedStyle(element).overflowY),
  );
  return stuck || hidden;
}
