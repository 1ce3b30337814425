import type * as Linkedom from "linkedom";
import type * as PlotModule from "@observablehq/plot";
import { isSvgAttribute, SVG_TAG, type Drawn } from "#content/blocks/drawn.ts";
import { isInstalled } from "../../text/optionalPackage.ts";
import type { ChartSpec } from "./chartSpec.ts";
import { chartNumbers, type ChartTable } from "./chartTable.ts";

export type Plot = typeof PlotModule;

/** The optional package that draws charts. */
export const DRAWS_CHARTS = "@observablehq/plot";

let loaded: { plot: Plot; parseHTML: typeof Linkedom.parseHTML } | undefined;

/** What stands before the name of a fence (Markdown), a class or another attribute (HTML), a block (JSON) or a listing (Liquid, Hugo). */
const MAY_CHART = /(?:["'`~:={.-]|\bhighlight)\s*chart\b/iu;

/** Whether a text may have a chart, in any form in which it is read. */
export const mayHaveChart = (text: string): boolean => MAY_CHART.test(text);

/**
 * Loads what draws charts, if it is installed, for a text that may have one: it takes long, and most editions have none. It cannot
 * wait until a chart is read, for that is done at once.
 */
export async function loadDrawing(text: string): Promise<void> {
  if (loaded || !mayHaveChart(text) || !isInstalled(DRAWS_CHARTS)) return;
  const [plot, { parseHTML }] = await Promise.all([import("@observablehq/plot"), import("linkedom")]);
  loaded = { plot, parseHTML };
}

/** @returns undefined if it is not loaded */
export const loadedPlot = (): Plot | undefined => loaded?.plot;

/** An empty document, in which Observable Plot and D3 make their elements. */
export function emptyDocument(): Document {
  if (!loaded) throw new Error("A chart is drawn before what draws it was loaded.");
  return loaded.parseHTML("<html><body></body></html>").document;
}

/** How many chart colours the reader app's style sheet defines. */
const COLORS = 5;

/** The widths in which each chart is drawn, in pixels: for a text column, and for a phone. */
export const CHART_WIDTHS = { wide: 640, narrow: 340 } as const;

type ChartWidth = keyof typeof CHART_WIDTHS;

type Datum = { x: number | Date | string; y: number; series: string };

/** Draws a chart with Observable Plot, as SVG elements that use the colours of the page. */
export function drawChart(plot: Plot, spec: ChartSpec, table: ChartTable, chartWidth: ChartWidth, language: string): Drawn {
  const document = emptyDocument();
  const along = axisOf(table.x, language);
  const data = table.series.flatMap(({ name, values }) =>
    values.flatMap((y, at): Datum[] => (y === undefined ? [] : [{ x: along.values[at] ?? "", y, series: name }])),
  );
  const names = table.series.map(({ name }) => name);
  const isAcross = spec.type === "bar" && along.kind === "name";
  const isGrouped = spec.type === "bar" && names.length > 1 && !spec.stacked && !spec.multiples;
  const drawn = plot.plot({
    document,
    width: CHART_WIDTHS[chartWidth],
    ...sizes(spec, table, chartWidth, language, isAcross),
    color: { type: "categorical", domain: names, range: names.map((_, at) => `var(--chart-${(at % COLORS) + 1})`) },
    ...scales(spec, along, names, chartWidth, language, isAcross, isGrouped),
    marks: [...axes(plot, isAcross), ...marksOf(plot, spec, data, isAcross, isGrouped, chartWidth)],
  });
  return svgOf(drawn) ?? { tag: "svg", children: [] };
}

type Along = { kind: "time" | "number" | "name"; values: (number | Date | string)[]; format?: (value: number | Date | string) => string };

/** The scale of the x-axis: years and other numbers are numeric, months and days are times, anything else is a list of names. */
function axisOf({ cells, numbers }: ChartTable["x"], language: string): Along {
  if (cells.every((cell) => /^\d{4}$/u.test(cell))) return { kind: "number", values: cells.map(Number), format: String };
  if (cells.every((cell) => /^\d{4}-\d{2}(?:-\d{2})?$/u.test(cell))) {
    const isOfDays = cells.some((cell) => cell.length > 7);
    const format = new Intl.DateTimeFormat(language, {
      timeZone: "UTC",
      year: "numeric",
      month: "short",
      ...(isOfDays && { day: "numeric" }),
    });
    return {
      kind: "time",
      values: cells.map((cell) => new Date(cell.length > 7 ? cell : `${cell}-01`)),
      format: (date) => (date instanceof Date ? format.format(date) : String(date)),
    };
  }
  if (numbers) {
    const format = chartNumbers(language);
    return { kind: "number", values: numbers, format: (value) => (typeof value === "number" ? format.format(value) : String(value)) };
  }
  return { kind: "name", values: cells };
}

/** The approximate width of a letter, in pixels. */
const LETTER = 7;

const longest = (texts: string[]): number => Math.max(0, ...texts.map((text) => text.length)) * LETTER;

function sizes(spec: ChartSpec, table: ChartTable, chartWidth: ChartWidth, language: string, isAcross: boolean) {
  const names = table.series.map(({ name }) => name);
  const panels = spec.multiples ? names.length : 1;
  const number = new Intl.NumberFormat(language);
  const values = table.series.flatMap((series) => series.values).map((value) => number.format(Math.round(value ?? 0)));
  const marginLeft =
    14 + (isAcross ? Math.min(chartWidth === "wide" ? 200 : 120, longest(table.x.cells)) : Math.max(4 * LETTER, longest(values)));
  // When charts are stacked vertically, their names are on the right. Half of the last date below an axis stands beyond its end.
  const besideNames = panels > 1 && (isAcross || chartWidth === "narrow");
  const marginRight = besideNames ? Math.min(110, 20 + longest(names)) : isAcross ? 16 : 4 + 4 * LETTER;
  const bars = table.x.cells.length * ((spec.stacked || panels > 1 ? 1 : names.length) * 22 + 8);
  const height = isAcross
    ? bars * panels + 64
    : (chartWidth === "wide" ? 340 : 280) * (panels > 1 && chartWidth === "narrow" ? panels * 0.6 : 1);
  return { height: Math.round(height), marginLeft, marginRight, marginTop: 24, marginBottom: isAcross ? 40 : 32 };
}

function scales(
  spec: ChartSpec,
  along: Along,
  names: string[],
  chartWidth: ChartWidth,
  language: string,
  isAcross: boolean,
  isGrouped: boolean,
) {
  const number = chartNumbers(language);
  const panels = spec.multiples && chartWidth === "wide" ? names.length : 1;
  const places = Math.max(2, Math.floor((chartWidth === "wide" ? 6 : 4) / panels));
  const values = {
    label: spec.unit ?? null,
    tickFormat: (value: number) => number.format(value),
    ticks: chartWidth === "wide" ? 6 : 4,
    tickSize: 0,
    ...(spec.type !== "dot" && spec.type !== "line" && { zero: true }),
  };
  const common = { label: null, tickSize: 0, ...(along.format && { tickFormat: along.format }) };
  // With many bars side by side, there is not room for a name below each.
  const shown = isAcross ? along.values : along.values.filter((_, at) => at % Math.ceil(along.values.length / places) === 0);
  const band = { ...common, type: "band" as const, domain: along.values, ticks: shown };
  const inner = { axis: null, domain: names };
  if (isGrouped) return isAcross ? { x: values, y: inner, fy: band } : { y: values, x: inner, fx: band };
  const panel = spec.multiples && !isAcross && chartWidth === "wide" ? "fx" : "fy";
  const facet = spec.multiples ? { [panel]: { label: null, domain: names } } : {};
  const isBand = spec.type === "bar" || along.kind === "name";
  const x = isBand
    ? { ...band, ...(spec.type !== "bar" && { type: "point" as const }) }
    : { ...common, ticks: along.kind === "time" ? shown : places };
  return isAcross ? { x: values, y: band, ...facet } : { y: values, x, ...facet };
}

function axes(plot: Plot, isAcross: boolean): PlotModule.Markish[] {
  const line = { stroke: "var(--rule)", strokeOpacity: 1 };
  return isAcross ? [plot.gridX(line), plot.ruleX([0], { stroke: "var(--edge)" })] : [plot.gridY(line)];
}

function marksOf(
  plot: Plot,
  spec: ChartSpec,
  data: Datum[],
  isAcross: boolean,
  isGrouped: boolean,
  chartWidth: ChartWidth,
): PlotModule.Markish[] {
  const facet = spec.multiples ? { [isAcross || chartWidth === "narrow" ? "fy" : "fx"]: "series" } : {};
  const place = { x: "x", y: "y", ...facet };
  switch (spec.type) {
    case "area":
      return [plot.areaY(data, { ...place, fill: "series", fillOpacity: 0.85 })];
    case "bar":
      return [
        isAcross
          ? plot.barX(data, { x: "y", fill: "series", ...(isGrouped ? { y: "series", fy: "x" } : { y: "x", ...facet }) })
          : plot.barY(data, { y: "y", fill: "series", ...(isGrouped ? { x: "series", fx: "x" } : { x: "x", ...facet }) }),
      ];
    case "dot":
      return [plot.dot(data, { ...place, fill: "series", r: 4 })];
    case "choropleth":
      return [];
    case "line":
      return [plot.lineY(data, { ...place, stroke: "series", strokeWidth: 2.5 })];
  }
}

/** The parts of Plot's drawing that the contract allows: shapes, positions and colours of the page, but no styles, ids or addresses. */
function svgOf(node: Element): Drawn | undefined {
  const tag = node.localName;
  if (!SVG_TAG.test(tag)) return undefined;
  const attributes = Object.fromEntries(
    [...node.attributes].flatMap(({ name, value }) => (isSvgAttribute(name, value) ? [[name, shortened(value)]] : [])),
  );
  const inner = [...node.children].flatMap((child) => svgOf(child) ?? []);
  const text = node.textContent;
  const children = inner.length > 0 || !/^(?:text|tspan)$/u.test(tag) || text === "" ? inner : [text];
  return { tag, ...(Object.keys(attributes).length > 0 && { attributes }), children };
}

/** Rounds coordinates to a tenth of a pixel. */
const shortened = (value: string): string => value.replaceAll(/-?\d+\.\d{2,}/gu, (number) => String(Math.round(Number(number) * 10) / 10));
