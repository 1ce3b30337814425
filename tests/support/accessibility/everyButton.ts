import type { Page } from "playwright-core";
import { expect } from "vitest";

/** A way to a state of a page: its address, what happens there first, and the buttons that are pressed one after another. */
export type Way = { path: string; prepare?: (page: Page) => Promise<void>; presses: string[] };

/** Opens a page in a fresh state, and closes it. */
export type Open = (way: Way) => Promise<{ page: Page; close: () => Promise<void> }>;

/** Buttons that show others are followed so far. */
const DEPTH = 4;

/**
 * Presses every button that can be found by pressing buttons, each by the keyboard
 * and in a fresh state, and Escape where one has opened something.
 * @returns the ways that ended with the focus on the body, and how many presses there were
 */
export async function pressEveryButton(starts: Way[], open: Open): Promise<{ lost: string[]; pressed: string[] }> {
  const known = new Set<string>();
  const lost: string[] = [];
  const ways = [...starts];
  const pressed: string[] = [];
  const walk = async (): Promise<void> => {
    for (let way = ways.shift(); way; way = ways.shift()) {
      const { page, close } = await open(way);
      const name = [way.path, ...way.presses].join(" → ");
      try {
        await go(page, way);
        if (way.presses.length > 0) pressed.push(name);
        if (way.presses.length > 0 && (await isNowhere(page))) lost.push(name);
        const found = (await page.evaluate(buttons)).filter((button) => !known.has(button));
        for (const button of found) known.add(button);
        if (way.presses.length < DEPTH) ways.push(...found.map((button) => ({ ...way, presses: [...way.presses, button] })));
        if (way.presses.length > 0 && (await page.locator("dialog[open], :popover-open").count()) > 0) {
          await page.keyboard.press("Escape");
          await rest(page);
          if (await isNowhere(page)) lost.push(`${name} → Escape`);
        }
      } finally {
        await close();
      }
    }
  };
  await Promise.all([walk(), walk(), walk()]);
  return { lost, pressed };
}

async function go(page: Page, { prepare, presses }: Way): Promise<void> {
  await prepare?.(page);
  await rest(page);
  for (const button of presses) {
    // What comes at idle may come later this time.
    await expect.poll(() => page.evaluate(buttons)).toContain(button);
    const key = await page.evaluate(focus, button);
    await page.keyboard.press(key);
    await rest(page);
  }
}

/** Waits until nothing changes on the page any more, or until it is clear that something always will. */
export async function rest(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let quiet = setTimeout(done, 200);
        new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(done, 200);
        }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        setTimeout(done, 2000);
      }),
  );
}

const isNowhere = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement === null || document.activeElement.matches("html, body"));

/** Names the buttons that can be pressed now; of a list's, those of one item. It is run in the page. */
function buttons(): string[] {
  const all = "button, summary, [role=button], input:is([type=checkbox], [type=radio]:not(:checked)), nav.pages a, input[type=submit]";
  const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
  const names = new Set<string>();
  for (const element of (dialog ?? document).querySelectorAll<HTMLElement>(all)) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(":disabled, [aria-disabled=true]")) continue;
    const part = element.closest("dialog, [popover], .toast, fieldset, form, header, footer, nav, section, aside, main, body");
    const where = part ? `${part.localName}.${part.className}` : "";
    const repeated = element.closest(":is(ul, ol):not(.actions, .ways) > li, fieldset > label, .choice > label, nav.pages");
    const text = repeated ? "" : (element.innerText || element.ariaLabel || "").replace(/\s+/gu, " ").trim();
    const own = `${element.localName}.${element.className} ${element.getAttribute("rel") ?? ""}`;
    const name = `${where} ${own} ${text}`;
    if (!names.has(name)) element.dataset["button"] = name;
    names.add(name);
  }
  return [...names];
}

/** Gives a named button the focus. It is run in the page. @returns the key that presses it */
function focus(name: string): string {
  const element = document.querySelector<HTMLElement>(`[data-button="${CSS.escape(name)}"]`);
  element?.focus();
  return element instanceof HTMLInputElement && element.type !== "submit" ? "Space" : "Enter";
}
