import { csvParseRows } from "d3-dsv";
import type { ChartSpec } from "./chartSpec.ts";
import { tableNumbers } from "./tableNumbers.ts";

/**
 * The table of a chart: the column on its x-axis as written, with its numbers if all its cells are some, and the values of each
 * series, undefined where there is no number.
 */
export type ChartTable = {
  x: { name: string; cells: string[]; numbers?: number[] };
  series: { name: string; values: (number | undefined)[] }[];
};

/** What is wrong with a row, and its line in the table, from 1. */
export type TableFault = { line: number; message: string; remedy?: string };

/** How many numbers a chart draws: more than its pixels can show, and than a page can carry. */
const MOST = 20_000;

/**
 * Reads CSV (RFC 4180) whose first row has the column names. A row of the wrong length and a cell that is not a
 * number, or may be two, are reported as faults, and the rest is read.
 * @param language the story's, which tells 1,234 from 1.234 unless the chart has `decimal`
 * @returns `lines` are those of the rows; or a `reason` that completes a sentence whose subject is the table
 */
export function chartTable(
  csv: string,
  wanted: Pick<ChartSpec, "x" | "y" | "decimal">,
  language: string,
): { table: ChartTable; lines: number[]; faults: TableFault[] } | { reason: string } {
  const [head = [], ...body] = csvParseRows(csv.replace(/^\uFEFF/u, "").trim()).map((row) => row.map((cell) => cell.trim()));
  if (body.length === 0) return { reason: "has no rows below its column names" };
  // Of two columns of one name, the first counts.
  const columns = new Map(head.map((name, at): [string, number] => [name, at]).toReversed());
  const x = wanted.x === undefined ? 0 : columns.get(wanted.x);
  const names = [...new Set(wanted.y === undefined ? head.filter((_, at) => at !== x) : [wanted.y].flat())];
  const missing = [wanted.x, ...names].find((name) => name !== undefined && !columns.has(name));
  if (x === undefined || missing !== undefined) return { reason: `has no column "${missing ?? ""}"; it has ${head.join(", ")}` };
  if (names.length === 0) return { reason: "has only one column" };
  const rows = body.map((cells, at) => ({ cells, line: at + 2 })).filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (rows.length * names.length > MOST)
    return { reason: `has ${rows.length * names.length} numbers, more than the ${MOST} that a chart can show` };
  const faults: TableFault[] = rows.flatMap(({ cells, line }) =>
    cells.length === head.length ? [] : [{ line, message: `This row has ${cells.length} cells, but the first row has ${head.length}.` }],
  );
  const cellsOf = (column: number): string[] => rows.map(({ cells }) => cells[column] ?? "");
  const drawn = names.map((name) => ({ name, cells: cellsOf(columns.get(name) ?? 0) }));
  const along = cellsOf(x);
  const isNumeric = along.every((cell) => /^[+\-−]?[\d.,]+$/u.test(cell));
  const numeric = [...drawn.map(({ cells }) => cells), ...(isNumeric ? [along] : [])];
  const read = tableNumbers(numeric.flat(), language, wanted.decimal);
  const series = drawn.map(({ name, cells }) => ({
    name,
    values: cells.map((cell, at) => {
      const found = read(cell);
      if (typeof found === "number") return found;
      if (found !== undefined) faults.push({ line: rows[at]?.line ?? 0, ...found });
      return undefined;
    }),
  }));
  const numbers = isNumeric ? along.map(read).filter((each) => typeof each === "number") : [];
  return {
    table: { x: { name: head[x] ?? "", cells: along, ...(numbers.length === along.length && { numbers }) }, series },
    lines: rows.map(({ line }) => line),
    faults,
  };
}

/** The format of a chart's numbers: in its table, on its axes and in its description. */
export const chartNumbers = (language: string): Intl.NumberFormat => new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
