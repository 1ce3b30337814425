import type * as PlotModule from "@observablehq/plot";
import { chartNumbers } from "./chartTable.ts";
import { extent } from "./rings.ts";

/** The limits between classes of values, the lowest first, and the name of each class. */
export type Classes = { limits: number[]; names: string[] };

/** One for each chart colour. */
const MOST_CLASSES = 5;

/**
 * Divides values into at most five classes, whose limits are round numbers unless they are given.
 * A value at a limit belongs to the class above it.
 */
export function mapClasses(plot: typeof PlotModule, values: number[], given: number[] | undefined, language: string): Classes {
  const number = chartNumbers(language);
  const limits = given?.toSorted((a, b) => a - b) ?? roundLimits(plot, values);
  const [first, last] = [limits[0], limits.at(-1)];
  if (first === undefined || last === undefined) return { limits, names: [number.format(values[0] ?? 0)] };
  const between = limits.slice(1).map((limit, at) => `${number.format(limits[at] ?? limit)}–${number.format(limit)}`);
  return { limits, names: [`< ${number.format(first)}`, ...between, `≥ ${number.format(last)}`] };
}

/** Plot makes only roughly as many classes as asked for, so fewer are tried until they fit. */
function roundLimits(plot: typeof PlotModule, values: number[]): number[] {
  const domain = extent(values);
  for (let n = MOST_CLASSES; n > 1; n -= 1) {
    const limits = plot.scale({ color: { type: "quantize", domain, n } })?.domain ?? [];
    const numbers = [...limits].map(Number);
    if (numbers.length < MOST_CLASSES) return numbers;
  }
  return [];
}

/** The class of a value, from 0. */
export const classOf = (value: number, limits: number[]): number => limits.filter((limit) => value >= limit).length;
