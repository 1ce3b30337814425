import type { Page } from "playwright-core";
import { expect } from "vitest";

import { bornWithWords } from "./liveRegions.ts";

/** A state of a page: its name, its address, what is done first, the part in which buttons are searched, and those that are pressed in turn. */
export type Way = { name: string; path: string; prepare?: (page: Page) => Promise<void>; within?: string } & Reached;

/** The progress of a walk: the buttons pressed so far, and those still to press. */
type Reached = { presses?: string[]; found?: string[] };

type Pressed = { lost: string[]; pressed: string[]; idle: string[]; born: string[] };

/** Opens a page in a fresh state, and closes it. */
export type Open = (way: Way) => Promise<{ page: Page; close: () => Promise<void> }>;

/** Buttons that are not pressed, by name, with the reason. */
export type Exempt = { button: RegExp; reason: string };

/** How many levels of buttons that show other buttons are followed. */
const DEPTH = 4;

/**
 * Presses every button that can be reached by pressing buttons, with the keyboard,
 * and Escape if one has opened something. A page that looks as before is used
 * again; otherwise one is opened in a fresh state. The parts around every page, and
 * dialogs, are tried once for all pages.
 * @param opens several, which work in parallel
 * @returns the paths that ended with the focus on the body, all presses, and the exemptions that exempted nothing
 */
export async function pressEveryButton(starts: Way[], opens: Open[], exempt: Exempt[] = []): Promise<Pressed> {
  const ways = [...starts];
  const known = new Set<string>();
  const idle = new Set(exempt);
  const result: Pressed = { lost: [], pressed: [], idle: [], born: [] };
  const isNew = ({ name }: Way, button: string): boolean => {
    const own = /^(?:dialog|header|footer):/u.test(button) ? button : `${name}: ${button}`;
    const exemption = exempt.find(({ button: pattern }) => pattern.test(button));
    if (exemption) idle.delete(exemption);
    if (exemption || known.has(own)) return false;
    known.add(own);
    return true;
  };
  const walk = async (open: Open): Promise<void> => {
    for (let way = ways.shift(); way; way = ways.shift()) {
      // A path that fails is reported with the others.
      const further = await inTime(pressAll(way, open, (button) => isNew(way, button), result)).catch((error: unknown) => {
        result.lost.push(`${[way.name, ...(way.presses ?? [])].join(" → ")}: ${String(error)}`);
        return [];
      });
      if ((way.presses ?? []).length < DEPTH - 1) ways.push(...further);
    }
  };
  await Promise.all(opens.map(walk));
  return { ...result, idle: [...idle].map(({ reason }) => reason) };
}

/** Limits the time of a walk, since a page may never answer: the failed path is then reported by name. */
async function inTime<Answer>(walk: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error("It took over two minutes.")), 120_000)));
  return Promise.race([walk, late]).finally(() => clearTimeout(timer));
}

/** Presses the new buttons at the end of a path. @returns the paths that continue from there */
async function pressAll(way: Way, open: Open, isNew: (button: string) => boolean, result: Pressed): Promise<Way[]> {
  const further: Way[] = [];
  const { presses = [], name, within } = way;
  let opened: Awaited<ReturnType<Open>> | undefined;
  let before = "";
  let left = way.found;
  for (let button = left?.shift(); button !== undefined || left === undefined; button = left.shift()) {
    if (!opened) {
      opened = await open(way);
      await go(opened.page, way);
      before = await signatureOf(opened.page);
      for (const region of await bornIn(opened.page)) result.born.push(`${name}: ${region}`);
    }
    left ??= (await buttonsOf(opened.page, within)).filter(isNew);
    if (button === undefined) continue;
    const { page } = opened;
    const path = [name, ...presses, button].join(" → ");
    await press(page, button, within);
    result.pressed.push(path);
    for (const region of await bornIn(page)) result.born.push(`${path}: ${region}`);
    if (await isNowhere(page)) result.lost.push(path);
    const found = (await buttonsOf(page, within)).filter(isNew);
    if (found.length > 0) further.push({ ...way, presses: [...presses, button], found });
    if ((await page.locator("dialog[open], :popover-open").count()) > 0) {
      await page.keyboard.press("Escape");
      await rest(page);
      if (await isNowhere(page)) result.lost.push(`${path} → Escape`);
    }
    if ((await signatureOf(page)) === before) continue;
    await opened.close();
    opened = undefined;
  }
  await opened?.close();
  return further;
}

async function go(page: Page, { prepare, presses = [], within }: Way): Promise<void> {
  await prepare?.(page);
  await rest(page);
  for (const button of presses) await press(page, button, within);
}

async function press(page: Page, button: string, within: string | undefined): Promise<void> {
  // What loads at idle may load later this time.
  await expect.poll(() => buttonsOf(page, within), { timeout: 15_000 }).toContain(button);
  const key = await onceLoaded(page, () => page.evaluate(focus, button));
  await page.keyboard.press(key);
  await rest(page);
}

/** Waits until the page stops changing, or until it is clear that it never will. */
async function rest(page: Page): Promise<void> {
  await page.waitForLoadState();
  await onceLoaded(page, () => page.evaluate(quiet));
}

const bornIn = (page: Page) => onceLoaded(page, () => bornWithWords(page));
const signatureOf = (page: Page) => onceLoaded(page, () => page.evaluate(signature));
const buttonsOf = (page: Page, within: string | undefined) => onceLoaded(page, () => page.evaluate(buttons, within));

/** Whether a press has left the focus on the body. A page that it has reloaded starts there, like every page. */
const isNowhere = (page: Page): Promise<boolean> =>
  onceLoaded(page, () => page.evaluate(() => "hasPressed" in window && (document.activeElement?.matches("html, body") ?? true)));

/** Evaluates a function in the page, again if a press reloads the page meanwhile, which may happen late and more than once. */
async function onceLoaded<Answer>(page: Page, ask: () => Promise<Answer>, times = 3): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (times === 0 || !String(error).includes("Execution context was destroyed")) throw error;
    await page.waitForLoadState();
    return onceLoaded(page, ask, times - 1);
  }
}

/** Waits until nothing has changed for a while. It is run in the page. */
function quiet(): Promise<void> {
  return new Promise((done) => {
    let timer = setTimeout(done, 150);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, 150);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(done, 1500);
  });
}

/** Names the buttons that can be pressed now, and links that stay on the page; of a list's, those of one item. It is run in the page. */
function buttons(within?: string): string[] {
  const all =
    "button, summary, [role=button], input:is([type=checkbox], [type=radio]:not(:checked), [type=submit]), nav.pages a, a[href*='#'], a[href*='?']";
  const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
  const names = new Set<string>();
  for (const element of (dialog ?? document).querySelectorAll<HTMLElement>(all)) {
    if (within !== undefined && element.closest(within) === null) continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(":disabled, [aria-disabled=true]")) continue;
    const isLink = element instanceof HTMLAnchorElement && element.role !== "button";
    if (isLink && element.pathname !== location.pathname && !element.closest("nav.pages")) continue;
    const place = element.closest("dialog, [popover], .toast, fieldset, form, header, footer, nav, section, aside, main, body");
    const where = place ? `${place.localName}.${place.className}` : "";
    const frame = element.closest("dialog, header.masthead, footer.foot")?.localName ?? "";
    const repeated = element.closest(":is(ul, ol):not(.actions, .ways) > li, .teaser, fieldset > label, .choice > label, nav.pages");
    const text = repeated || isLink ? "" : (element.innerText || element.ariaLabel || "").replace(/[\s\d]+/gu, " ").trim();
    const own = `${element.localName}.${element.className} ${element.getAttribute("rel") ?? ""}`;
    const name = [frame && `${frame}:`, where, own, text].join(" ").trim();
    if (!names.has(name)) element.dataset["button"] = name;
    names.add(name);
  }
  return [...names];
}

/** What can be seen of a page and of the state of its buttons. It is run in the page. */
function signature(): string {
  const states = [...document.querySelectorAll("button, summary, input, dialog, details, [role=button], html")].map((element) => {
    const attributes = [...element.attributes].map((one) => (one.name === "data-button" ? "" : `${one.name}=${one.value}`));
    return [...attributes, element instanceof HTMLInputElement && `${element.checked} ${element.value}`].join();
  });
  return [location.href, document.body.innerText, ...states].join("\n");
}

/** Gives a named button the focus. It is run in the page. @returns the key that presses it */
function focus(name: string): string {
  const element = document.querySelector<HTMLElement>(`[data-button="${CSS.escape(name)}"]`);
  element?.focus();
  Reflect.set(window, "hasPressed", true);
  if (document.activeElement !== element) throw new Error(`${name} does not take the focus.`);
  return element instanceof HTMLInputElement && element.type !== "submit" ? "Space" : "Enter";
}
