import { clampChroma, converter, formatHex, parse, wcagContrast } from "culori";
import type { Tokens } from "#content/brand.ts";

/** WCAG 2.2, 1.4.3, level AA: for text. */
export const TEXT_CONTRAST = 4.5;
/** WCAG 2.2, 1.4.11, level AA: for other things that must be seen. */
export const GRAPHICS_CONTRAST = 3;

/** The pairs of foreground and background colours in the design, by their names in tokens.css. */
const PAIRS: { on: string[]; above: string[]; least: number }[] = [
  { above: ["ink", "ink-soft", "ink-faint"], on: ["paper", "paper-raised", "paper-sunk"], least: TEXT_CONTRAST },
  { above: ["blue"], on: ["paper", "paper-raised", "paper-sunk", "blue-wash"], least: TEXT_CONTRAST },
  { above: ["on-blue"], on: ["blue"], least: TEXT_CONTRAST },
  { above: ["red"], on: ["paper", "paper-raised", "red-wash"], least: TEXT_CONTRAST },
  { above: ["ink"], on: ["blue-wash", "red-wash"], least: TEXT_CONTRAST },
  { above: ["marker-ink"], on: ["marker"], least: TEXT_CONTRAST },
  { above: ["edge"], on: ["paper", "paper-raised"], least: GRAPHICS_CONTRAST },
];

export type Pair = { above: string; on: string; ratio: number; least: number };

/** The pairs of a palette that cannot be read or seen well enough. */
export const weakPairs = (palette: Tokens): Pair[] => measuredPairs(palette).filter(({ ratio, least }) => ratio < least);

/** The smallest contrast of text in a palette. */
export const leastTextContrast = (palette: Tokens): number =>
  Math.min(...measuredPairs(palette).flatMap(({ ratio, least }) => (least === TEXT_CONTRAST ? ratio : [])));

function measuredPairs(palette: Tokens): Pair[] {
  const all = PAIRS.flatMap(({ above, on, least }) => above.flatMap((one) => on.map((other) => ({ above: one, on: other, least }))));
  return all.map((pair) => ({ ...pair, ratio: wcagContrast(palette[pair.above] ?? "", palette[pair.on] ?? "") }));
}

/** @returns a colour of a style sheet as #rrggbb; undefined if it is none that can be known, or something shows through it */
export function opaqueColor(text: string): string | undefined {
  try {
    const color = parse(text);
    return color && (color.alpha ?? 1) === 1 ? formatHex(color) : undefined;
  } catch {
    // The parser throws on a function that does not end: "rgb(4".
    return undefined;
  }
}

/** All backgrounds of a colour. */
export const backgroundsOf = (color: string): string[] => PAIRS.flatMap(({ above, on }) => (above.includes(color) ? on : []));

const oklch = converter("oklch");

/** Steps of lightness between black and white. Finer steps give the same #rrggbb. */
const STEPS = 512;

/**
 * The nearest colour that has enough contrast with some backgrounds: of the same hue,
 * lighter or darker. Undefined if there is none, as on a mid-grey paper.
 */
export function nearestWithContrast(color: string, grounds: string[], least: number): string | undefined {
  const passes = (one: string): boolean => grounds.every((ground) => wcagContrast(one, ground) >= least);
  if (passes(color)) return color;
  const from = oklch(color);
  if (!from) return undefined;
  for (let step = 1; step <= STEPS; step += 1) {
    for (const l of [from.l + step / STEPS, from.l - step / STEPS]) {
      if (l < 0 || l > 1) continue;
      const other = formatHex(clampChroma({ ...from, l }, "oklch"));
      if (passes(other)) return other;
    }
  }
  return undefined;
}
