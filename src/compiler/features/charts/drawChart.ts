import type * as Linkedom from "linkedom";
import type * as PlotModule from "@observablehq/plot";
import { isSvgAttribute, SVG_TAG, type Drawn } from "#content/blocks/drawn.ts";
import { isInstalled } from "../../text/optionalPackage.ts";
import { type Along, axisOf, CHART_WIDTHS, type ChartWidth, type Layout, layoutOf } from "./chartLayout.ts";
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

type Datum = { x: number | Date | string; y: number; series: string };

/** Draws a chart with Observable Plot, as SVG elements that use the colours of the page. */
export function drawChart(plot: Plot, spec: ChartSpec, table: ChartTable, chartWidth: ChartWidth, language: string): Drawn {
  const document = emptyDocument();
  const along = axisOf(table.x, language);
  const data = table.series.flatMap(({ name, values }) =>
    values.flatMap((y, at): Datum[] => (y === undefined ? [] : [{ x: along.values[at] ?? "", y, series: name }])),
  );
  const names = table.series.map(({ name }) => name);
  const isGrouped = spec.type === "bar" && names.length > 1 && !spec.stacked && !spec.multiples;
  const layout = layoutOf(spec, table, along, chartWidth, language);
  const { isAcross, size, panels } = layout;
  const drawn = plot.plot({
    document,
    width: CHART_WIDTHS[chartWidth],
    ...size,
    color: { type: "categorical", domain: names, range: names.map((_, at) => `var(--chart-${(at % COLORS) + 1})`) },
    ...scales(spec, { ...along, ...layout.labels }, names, layout, chartWidth, language, isGrouped),
    ...panels?.scale,
    marks: [
      ...axes(plot, isAcross),
      ...marksOf(plot, spec, data, isAcross, isGrouped, panels?.side),
      ...(panels ? [plot.text(names, panels.title)] : []),
    ],
  });
  return svgOf(drawn) ?? { tag: "svg", children: [] };
}

function scales(
  spec: ChartSpec,
  along: Along,
  names: string[],
  { isAcross, places }: Layout,
  chartWidth: ChartWidth,
  language: string,
  isGrouped: boolean,
) {
  const number = chartNumbers(language);
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
  const isBand = spec.type === "bar" || along.kind === "name";
  const x = isBand
    ? { ...band, ...(spec.type !== "bar" && { type: "point" as const }) }
    : { ...common, ticks: along.kind === "time" ? shown : places };
  return isAcross ? { x: values, y: band } : { y: values, x };
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
  side: "fx" | "fy" | undefined,
): PlotModule.Markish[] {
  const facet = side === undefined ? {} : { [side]: "series" };
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
