import type { Say } from "../../text/say.ts";
import type { ChartSpec } from "./chartSpec.ts";
import { chartNumbers, type ChartTable } from "./chartTable.ts";

/** If a series has fewer values than this, all of them are named. */
const FEW = 8;

/** A description of a chart, made from its numbers: all values if there are few, otherwise the first, last, highest and lowest. */
export function chartAlt({ type, unit }: ChartSpec, { x, series }: ChartTable, language: string, sayIn: Say): string {
  const say = (sentence: string, values?: Record<string, string>) => sayIn(language, "chart", sentence, values);
  const number = chartNumbers(language);
  const told = series.map(({ name, values }) => {
    const known = values.flatMap((value, at) => (value === undefined ? [] : [{ value, at: x.cells[at] ?? "" }]));
    if (known.length < FEW)
      return say("values", { name, values: known.map(({ value, at }) => `${at} ${number.format(value)}`).join(", ") });
    const point = (of: { value: number; at: string } | undefined) => (of ? `${number.format(of.value)} (${of.at})` : "");
    const sorted = known.toSorted((a, b) => b.value - a.value);
    const ends = { from: point(known[0]), to: point(known.at(-1)) };
    return say("course", { name, ...ends, highest: point(sorted[0]), lowest: point(sorted.at(-1)) });
  });
  return [kindOf({ type, unit }, say), ...told].join(" ");
}

/** The kind of chart, and the unit of its values. */
function kindOf(
  { type, unit }: Pick<ChartSpec, "type" | "unit">,
  say: (sentence: string, values?: Record<string, string>) => string,
): string {
  const chart = say(type);
  return unit === undefined ? say("kind", { chart }) : say("kindIn", { chart, unit });
}

/** The language of a chart's description, and the function that provides its sentences. */
export type ChartWords = { language: string; say: Say };

/** How many of the highest and lowest values of a map are named, and how many areas without a value. */
const NAMED = 3;
const MOST_WITHOUT = 12;

type MapSummary = { areas: { name: string; value: number | undefined }[]; without: string[] };

/** A description of a map: its highest and lowest values, and the areas without a value. */
export function mapAlt(
  spec: ChartSpec,
  { series }: ChartTable,
  { areas, without }: MapSummary,
  { language, say: sayIn }: ChartWords,
): string {
  const say = (sentence: string, values?: Record<string, string>) => sayIn(language, "chart", sentence, values);
  const number = chartNumbers(language);
  const known = areas.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }])).toSorted((a, b) => b.value - a.value);
  const list = (some: typeof known) => some.map(({ name, value }) => `${name} ${number.format(value)}`).join(", ");
  const name = series[0]?.name ?? "";
  return [
    kindOf(spec, say),
    known.length <= 2 * NAMED
      ? say("values", { name, values: list(known) })
      : say("extremes", { name, highest: list(known.slice(0, NAMED)), lowest: list(known.slice(-NAMED).toReversed()) }),
    ...(without.length > 0 ? [say("without", { areas: abbreviatedList(without) })] : []),
  ].join(" ");
}

/** The first names of a list, with an ellipsis if there are more. */
export const abbreviatedList = (names: string[]): string =>
  `${names.slice(0, MOST_WITHOUT).join(", ")}${names.length > MOST_WITHOUT ? ", …" : ""}`;
