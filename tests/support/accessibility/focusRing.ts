import type { Page } from "playwright-core";
import sharp from "sharp";

/** How far a ring may be from what it is around, in pixels. */
const AROUND = 8;

/** The share of the edge of a control along which something must have changed (WCAG 2.2, 2.4.13, asks for all of it). */
const SHARE = 0.6;

/**
 * Whether one sees that the focused element has the focus: the window is photographed with and without the focus, and along
 * the edge of the control, or of the label or the card that stands for it, enough pixels differ by 3:1 (2.4.7, 1.4.11).
 */
export async function hasRing(page: Page): Promise<boolean> {
  const clip = await page.evaluate(boxes, AROUND);
  if (!clip) return true;
  const focused = await luminances(await page.screenshot({ clip }));
  await page.evaluate(() => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement)) return;
    Object.assign(window, { focusedBefore: activeElement });
    activeElement.blur();
  });
  const unfocused = await luminances(await page.screenshot({ clip }));
  await page.evaluate(() => {
    const before: unknown = Reflect.get(window, "focusedBefore");
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  });
  const changed = focused.filter((one, at) => contrast(one, unfocused[at] ?? one) >= 3).length;
  return changed >= SHARE * clip.edge;
}

/** The part of the window with the focused element and its ring, and the length of the element's edge. It is run in the page. */
function boxes(around: number): { x: number; y: number; width: number; height: number; edge: number } | undefined {
  const { activeElement: here } = document;
  const isLinkOfCard = here?.closest(".teaser")?.querySelector(":is(h2, h3) a") === here;
  const stands =
    here?.matches("input") && Number(getComputedStyle(here).opacity) === 0
      ? here.closest("label")
      : isLinkOfCard
        ? here?.closest(".teaser")
        : here;
  const parts = [...(stands ?? document.body).getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  const [first] = parts;
  if (!first) return undefined;
  const edges = {
    left: Math.min(...parts.map(({ left }) => left)),
    top: Math.min(...parts.map(({ top }) => top)),
    right: Math.max(...parts.map(({ right }) => right)),
    bottom: Math.max(...parts.map(({ bottom }) => bottom)),
  };
  const seen = {
    left: Math.max(0, edges.left),
    top: Math.max(0, edges.top),
    right: Math.min(innerWidth, edges.right),
    bottom: Math.min(innerHeight, edges.bottom),
  };
  const [left, top] = [Math.max(0, seen.left - around), Math.max(0, seen.top - around)];
  const [width, height] = [Math.min(innerWidth, seen.right + around) - left, Math.min(innerHeight, seen.bottom + around) - top];
  if (width <= 2 || height <= 2) return undefined;
  return { x: left, y: top, width, height, edge: 2 * (seen.right - seen.left + seen.bottom - seen.top) };
}

async function luminances(png: Buffer): Promise<number[]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const linear = (value = 0): number => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return Array.from({ length: info.width * info.height }, (_, at) => {
    const [r, g, b] = [data[3 * at], data[3 * at + 1], data[3 * at + 2]];
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  });
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
