import * as v from "valibot";
import { expect } from "vitest";
import type { Driver } from "./driver.ts";

const place = v.object({ x: v.number(), y: v.number(), scrolled: v.number() });

/**
 * Clicks the first visible element of a selector that has this text or name, with the mouse and in the middle of the window.
 * @returns how far down the page was at that moment
 */
export async function click({ evaluate, clickAt }: Driver, selector: string, text = ""): Promise<number> {
  let before: unknown;
  let now: unknown;
  const stands = async () => {
    before = now;
    now = await evaluate(bringIntoView, selector, text);
    return v.is(place, now) && JSON.stringify(now) === JSON.stringify(before);
  };
  await expect.poll(stands, { message: `${selector} "${text}" stands still and can be clicked`, interval: 100 }).toBe(true);
  const { x, y, scrolled } = v.parse(place, now);
  await clickAt(x, y);
  return scrolled;
}

/** Runs in the page. Answers null while the element is not there or has something else above it. */
function bringIntoView(selector: string, text: string) {
  const isIt = (one: Element) => one.checkVisibility() && `${one.textContent} ${one.getAttribute("aria-label")}`.includes(text);
  const element = [...document.querySelectorAll(selector)].find(isIt);
  element?.scrollIntoView({ block: "center", behavior: "instant" });
  const [box] = element?.getClientRects() ?? [];
  if (!element || !box) return null;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const above = document.elementFromPoint(x, y);
  return element.contains(above) ? { x, y, scrolled: scrollY } : null;
}
