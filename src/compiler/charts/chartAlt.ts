import type { ChartSpec } from "./chartSpec.ts";
import type { ChartTable } from "./chartTable.ts";

type Words = {
  kinds: Record<ChartSpec["type"], string>;
  course: (name: string, from: string, to: string) => string;
  extremes: (highest: string, lowest: string) => string;
};

const WORDS: Record<string, Words> = {
  en: {
    kinds: { line: "Line chart", area: "Area chart", bar: "Bar chart", dot: "Dot plot" },
    course: (name, from, to) => `${name}: from ${from} to ${to}`,
    extremes: (highest, lowest) => `highest ${highest}, lowest ${lowest}`,
  },
  de: {
    kinds: { line: "Liniendiagramm", area: "Flächendiagramm", bar: "Balkendiagramm", dot: "Punktdiagramm" },
    course: (name, from, to) => `${name}: von ${from} bis ${to}`,
    extremes: (highest, lowest) => `höchster Wert ${highest}, niedrigster ${lowest}`,
  },
  fr: {
    kinds: { line: "Courbe", area: "Graphique en aires", bar: "Graphique à barres", dot: "Nuage de points" },
    course: (name, from, to) => `${name} : de ${from} à ${to}`,
    extremes: (highest, lowest) => `maximum ${highest}, minimum ${lowest}`,
  },
  es: {
    kinds: { line: "Gráfico de líneas", area: "Gráfico de áreas", bar: "Gráfico de barras", dot: "Gráfico de puntos" },
    course: (name, from, to) => `${name}: de ${from} a ${to}`,
    extremes: (highest, lowest) => `máximo ${highest}, mínimo ${lowest}`,
  },
  ar: {
    kinds: { line: "رسم بياني خطي", area: "رسم بياني مساحي", bar: "رسم بياني بالأعمدة", dot: "رسم بياني نقطي" },
    course: (name, from, to) => `${name}: من ${from} إلى ${to}`,
    extremes: (highest, lowest) => `الأعلى ${highest}، والأدنى ${lowest}`,
  },
};

/** Fewer values than this are all named. */
const FEW = 8;

/** What a chart shows in words, made of its numbers: few are all named, of many where they begin and end, and the highest and lowest. */
export function chartAlt(spec: ChartSpec, { x, series }: ChartTable, language: string): string {
  const words = WORDS[new Intl.Locale(language).language] ?? WORDS["en"];
  if (!words) return "";
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  const told = series.map(({ name, values }) => {
    const known = values.flatMap((value, at) => (value === undefined ? [] : [{ value, at: x.cells[at] ?? "" }]));
    const say = (point: { value: number; at: string } | undefined) => (point ? `${number.format(point.value)} (${point.at})` : "");
    if (known.length < FEW) return `${name}: ${known.map(({ value, at }) => `${at} ${number.format(value)}`).join(", ")}.`;
    const sorted = known.toSorted((one, other) => other.value - one.value);
    return `${words.course(name, say(known[0]), say(known.at(-1)))}; ${words.extremes(say(sorted[0]), say(sorted.at(-1)))}.`;
  });
  return [`${words.kinds[spec.type]}${spec.unit === undefined ? "" : `, ${spec.unit}`}.`, ...told].join(" ");
}
