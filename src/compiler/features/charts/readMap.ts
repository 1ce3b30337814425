import type { BlockOf } from "#content/blocks/block.ts";
import { nearestAmong } from "../../text/nearestName.ts";
import type { Problem } from "../../draft/problem.ts";
import { type ChartWords, mapAlt, abbreviatedList } from "./chartAlt.ts";
import type { ChartSpec } from "./chartSpec.ts";
import type { ChartTable } from "./chartTable.ts";
import { CHART_WIDTHS } from "./chartLayout.ts";
import type { Plot } from "./drawChart.ts";
import { drawMap } from "./drawMap.ts";
import { mapAreas } from "./mapAreas.ts";
import { classOf, mapClasses } from "./mapClasses.ts";

/** The parts of a choropleth besides its table and texts. `names` has the name of each row's area. */
export type DrawnMap = Pick<BlockOf<"chart">, "wide" | "classes" | "missing" | "series"> & { alt: string; names: (string | undefined)[] };

/** A row of the table that cannot be drawn: its index, and what is wrong. */
type RowFault = { row: number } & Pick<Problem, "message" | "nearest">;

/** The maximum length of a map's paths, in characters: they are part of the page, whose first 14.6 kB arrive in one round trip. */
const MOST = 12_000;

/** How many rows without an area are reported one by one, each with the area that was probably meant; the rest are only counted. */
const MOST_ROWS = 20;

/**
 * Joins the first series of a table with the areas of a GeoJSON file, by the cells of the table's first column.
 * Rows without an area, and a second row for the same area, are faults and are not drawn; areas without a value are only outlined.
 * @param text the content of the file with the areas
 * @returns the map; or a `reason` that completes a sentence whose subject is the file
 */
export function readMap(
  plot: Plot,
  spec: ChartSpec,
  table: ChartTable,
  text: string,
  words: ChartWords,
): { map: DrawnMap; faults: RowFault[] } | { reason: string; nearest?: undefined } {
  const areas = mapAreas(text, spec);
  if ("reason" in areas) return areas;
  // Several features may be parts of one area, and an area without a key matches no row.
  const keyed = new Map<string, string>();
  for (const { key, name } of areas) if (key !== "" && !keyed.has(key)) keyed.set(key, name);
  const { values, names, faults } = joinRows(table, keyed);
  const known = [...values.values()];
  if (known.length === 0) return { reason: `has none of the areas in the table; it has ${abbreviatedList([...keyed.keys()])}` };
  const classes = mapClasses(plot, known, spec.limits, words.language);
  const fills = areas.map(({ key }) => {
    const value = values.get(key);
    return value === undefined ? "" : `var(--chart-${classOf(value, classes.limits) + 1})`;
  });
  const wide = drawMap(plot, areas, fills, { width: CHART_WIDTHS.wide, most: MOST });
  if ("reason" in wide) return wide;
  const told = [...keyed].map(([key, name]) => ({ name, value: values.get(key) }));
  const others = new Set(areas.flatMap(({ key, name }) => (key === "" && name !== "" ? [name] : [])));
  const without = [...told.flatMap(({ name, value }) => (value === undefined ? [name] : [])), ...others];
  const { say, language } = words;
  const map: DrawnMap = {
    wide,
    classes: classes.names,
    series: table.series.slice(0, 1).map(({ name }) => (spec.unit === undefined ? name : `${name} (${spec.unit})`)),
    ...(fills.includes("") && { missing: say(language, "chart", "missing") }),
    alt: spec.alt ?? mapAlt(spec, table, { areas: told, without }, words),
    names,
  };
  return { map, faults };
}

/** @param areas the names of areas by their keys */
function joinRows(table: ChartTable, areas: Map<string, string>) {
  const values = new Map<string, number>();
  const seen = new Set<string>();
  const faults: RowFault[] = [];
  const unmatched: RowFault[] = [];
  const names = table.x.cells.map((cell, row) => {
    const name = areas.get(cell);
    if (name === undefined) {
      unmatched.push({ row, message: cell === "" ? "This row names no area." : `"${cell}" is not an area of the map.` });
      return undefined;
    }
    if (seen.has(cell)) faults.push({ row, message: `"${cell}" already has a row above, which is the one drawn.` });
    const value = table.series[0]?.values[row];
    if (value !== undefined && !seen.has(cell)) values.set(cell, value);
    seen.add(cell);
    return name;
  });
  return { values, names, faults: [...faults, ...faultsOf(unmatched, table, areas)].toSorted((a, b) => a.row - b.row) };
}

/** Faults of rows without an area, with the area that was probably meant; all after the first few become a single fault. */
function faultsOf(unmatched: RowFault[], { x }: ChartTable, areas: Map<string, string>): RowFault[] {
  if (unmatched.length === 0) return [];
  const nearestTo = nearestAmong(areas.keys());
  const told = unmatched.slice(0, MOST_ROWS).map((fault): RowFault => {
    const nearest = nearestTo(x.cells[fault.row] ?? "");
    return { ...fault, ...(nearest !== undefined && { nearest }) };
  });
  const [first, ...others] = unmatched.slice(MOST_ROWS);
  if (!first) return told;
  if (others.length === 0) return [...told, first];
  return [...told, { row: first.row, message: `From here on ${others.length + 1} more rows match no area of the map.` }];
}
