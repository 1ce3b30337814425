import type { Say } from "../draft/say.ts";
import type { ChartSpec } from "./chartSpec.ts";
import type { ChartTable } from "./chartTable.ts";

/** Fewer values than this are all named. */
const FEW = 8;

/** What a chart shows in words, made of its numbers: few are all named, of many where they begin and end, and the highest and lowest. */
export function chartAlt({ type, unit }: ChartSpec, { x, series }: ChartTable, language: string, sayIn: Say): string {
  const say = (sentence: string, values?: Record<string, string>) => sayIn(language, "chart", sentence, values);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  const told = series.map(({ name, values }) => {
    const known = values.flatMap((value, at) => (value === undefined ? [] : [{ value, at: x.cells[at] ?? "" }]));
    if (known.length < FEW)
      return say("values", { name, values: known.map(({ value, at }) => `${at} ${number.format(value)}`).join(", ") });
    const point = (of: { value: number; at: string } | undefined) => (of ? `${number.format(of.value)} (${of.at})` : "");
    const sorted = known.toSorted((one, other) => other.value - one.value);
    const ends = { from: point(known[0]), to: point(known.at(-1)) };
    return say("course", { name, ...ends, highest: point(sorted[0]), lowest: point(sorted.at(-1)) });
  });
  const chart = say(type);
  return [unit === undefined ? say("kind", { chart }) : say("kindIn", { chart, unit }), ...told].join(" ");
}
