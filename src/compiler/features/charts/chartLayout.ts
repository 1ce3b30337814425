import { chartNumbers, type ChartTable } from "./chartTable.ts";
import type { ChartSpec } from "./chartSpec.ts";

/** The widths in which each chart is drawn, in pixels: for a text column, and for a phone. */
export const CHART_WIDTHS = { wide: 640, narrow: 340 } as const;

export type ChartWidth = keyof typeof CHART_WIDTHS;

export type Along = {
  kind: "time" | "number" | "name";
  values: (number | Date | string)[];
  format?: (value: number | Date | string) => string;
};

/** The scale of the x-axis: years and other numbers are numeric, months and days are times, anything else is a list of names. */
export function axisOf({ cells, numbers }: ChartTable["x"], language: string): Along {
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

/** The approximate width of a letter, and the height of a line, in pixels. */
const LETTER = 7;
const LINE = 15;

/** The space below the title of a panel, in pixels. */
const BELOW_TITLE = 8;

/** How much of the height of a whole chart each panel has where they lie below each other. */
const OF_HEIGHT = 0.45;

/** More lines of a name below an axis would take too much of the chart. */
const MOST_LINES = 3;

/** A chart with several small ones: where they are, and how their titles are drawn. */
type Panels = { side: "fx" | "fy"; scale: object; title: object };

/** Sizes in pixels. `labels` writes the names along the axis in lines that fit. */
export type Layout = {
  isAcross: boolean;
  /** How many values on the axis have room for a label. */
  places: number;
  size: { height: number; marginTop: number; marginRight: number; marginBottom: number; marginLeft: number };
  labels: Pick<Along, "format">;
  panels: Panels | undefined;
};

/** Lays out a chart, so that neither the names along its axis nor those of its panels are cut off or lie above each other. */
export function layoutOf(spec: ChartSpec, table: ChartTable, along: Along, chartWidth: ChartWidth, language: string): Layout {
  const isAcross = spec.type === "bar" && along.kind === "name";
  const isWide = chartWidth === "wide";
  const names = table.series.map(({ name }) => name);
  const number = new Intl.NumberFormat(language);
  const values = table.series.flatMap((series) => series.values).map((value) => number.format(Math.round(value ?? 0)));
  const marginLeft = 14 + (isAcross ? Math.min(isWide ? 200 : 120, longest(table.x.cells)) : Math.max(4 * LETTER, longest(values)));
  // Half of the last date below an axis stands beyond its end.
  const marginRight = isAcross ? 16 : 4 + 4 * LETTER;
  const width = CHART_WIDTHS[chartWidth] - marginLeft - marginRight;
  const panelCount = spec.multiples && !isAcross && isWide ? names.length : 1;
  const places = Math.max(2, Math.floor((isWide ? 6 : 4) / panelCount));
  const bar = (spec.stacked || spec.multiples ? 1 : names.length) * 22 + 8;
  const place = width / panelCount / Math.max(1, Math.min(places, along.values.length));
  const room = isAcross ? { width: marginLeft - 14, lines: Math.floor(bar / LINE) } : { width: place, lines: MOST_LINES };
  const format = (name: unknown): string => inLines(String(name), room.width, room.lines).join("\n");
  const isNamed = along.kind === "name";
  const most = isNamed && !isAcross ? Math.max(...table.x.cells.map((cell) => format(cell).split("\n").length)) : 1;
  const size = {
    height: isAcross ? table.x.cells.length * bar + 64 : isWide ? 340 : 280,
    marginTop: 24,
    marginRight,
    marginBottom: isAcross ? 40 : 17 + most * LINE,
    marginLeft,
  };
  const layout = { isAcross, places, size, labels: isNamed ? { format } : {}, panels: undefined };
  return spec.multiples ? { ...layout, ...withPanels(names, size, width, isAcross || !isWide, isAcross, spec.unit !== undefined) } : layout;
}

const longest = (texts: string[]): number => Math.max(0, ...texts.map((text) => text.length)) * LETTER;

/** A small chart for each series: side by side, or below each other on a phone; each has its name above it. */
function withPanels(
  names: string[],
  size: Layout["size"],
  width: number,
  isBelow: boolean,
  isAcross: boolean,
  hasUnit: boolean,
): Pick<Layout, "size" | "panels"> {
  const side = isBelow ? "fy" : "fx";
  // Above bars that lie, a title begins where their names do.
  const before = isAcross ? size.marginLeft : 0;
  const titleWidth = isBelow ? width + before : (width / names.length) * 0.9;
  const titles = new Map(names.map((name) => [name, inLines(name, titleWidth)]));
  const titleHeight = Math.max(...[...titles.values()].map((lines) => lines.length)) * LINE + BELOW_TITLE;
  // The unit stands above the first title, but that of bars that lie is below them.
  const marginTop = titleHeight + (hasUnit && !isAcross ? LINE : 0) + 4;
  const title = {
    [side]: (name: string) => name,
    text: (name: string) => titles.get(name)?.join("\n"),
    frameAnchor: "top-left",
    lineAnchor: "bottom",
    dx: -before,
    dy: -BELOW_TITLE,
    fontWeight: 600,
  };
  const facet = { axis: null, domain: names };
  if (!isBelow)
    return {
      size: { ...size, marginTop, height: size.height - size.marginTop + marginTop },
      panels: { side, title, scale: { fx: facet } },
    };
  const gap = titleHeight + LINE;
  const height = isAcross ? size.height - 64 : Math.round(size.height * OF_HEIGHT);
  return {
    size: { ...size, marginTop, height: marginTop + names.length * height + (names.length - 1) * gap + size.marginBottom },
    panels: { side, title, scale: { fy: { ...facet, paddingInner: gap / (height + gap), paddingOuter: 0 } } },
  };
}

/**
 * A text in lines of this width in pixels.
 * @param most how many lines there may be; what is beyond them is in the table of the chart
 */
function inLines(text: string, width: number, most = Infinity): string[] {
  const letters = Math.max(2, Math.floor(width / LETTER));
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= letters) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, Math.max(1, most)).map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line));
  return lines.length > shown.length ? shown.with(shown.length - 1, `${(shown.at(-1) ?? "").slice(0, letters - 1)}…`) : shown;
}
