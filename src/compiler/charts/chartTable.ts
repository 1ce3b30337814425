import { csvParseRows } from "d3-dsv";

/** The table of a chart: the column on its x-axis as written, and the values of each series, undefined where there is no number. */
export type ChartTable = { x: { name: string; cells: string[] }; series: { name: string; values: (number | undefined)[] }[] };

/** What is wrong with a row, and its line in the table, from 1. */
export type TableFault = { line: number; message: string };

/**
 * Reads CSV (RFC 4180) whose first row has the column names. A row of the wrong length and a cell that is not a
 * number are reported as faults, and the rest is read.
 * @returns `lines` are those of the rows; or a `reason` that completes a sentence whose subject is the table
 */
export function chartTable(
  csv: string,
  wanted: { x?: string | undefined; y?: string | string[] | undefined },
): { table: ChartTable; lines: number[]; faults: TableFault[] } | { reason: string } {
  const [head = [], ...body] = csvParseRows(csv.replace(/^\uFEFF/u, "").trim()).map((row) => row.map((cell) => cell.trim()));
  if (body.length === 0) return { reason: "has no rows below its column names" };
  const column = (name: string): number => head.indexOf(name);
  const x = wanted.x === undefined ? 0 : column(wanted.x);
  const names = wanted.y === undefined ? head.filter((_, at) => at !== x) : [wanted.y].flat();
  const missing = [wanted.x, ...names].find((name) => name !== undefined && column(name) === -1);
  if (missing !== undefined) return { reason: `has no column "${missing}"; it has ${head.join(", ")}` };
  if (names.length === 0) return { reason: "has only one column" };
  const rows = body.map((cells, at) => ({ cells, line: at + 2 })).filter(({ cells }) => cells.some((cell) => cell !== ""));
  const faults: TableFault[] = rows.flatMap(({ cells, line }) =>
    cells.length === head.length ? [] : [{ line, message: `This row has ${cells.length} cells, but the first row has ${head.length}.` }],
  );
  const series = names.map((name) => ({
    name,
    values: rows.map(({ cells, line }) => {
      const cell = cells[column(name)] ?? "";
      const value = numberOf(cell);
      if (value === undefined && !/^(?:|-|–|—|n\/?a|null)$/iu.test(cell))
        faults.push({ line, message: `"${cell}" is not a number; there is a gap in its place.` });
      return value;
    }),
  }));
  return {
    table: { x: { name: head[x] ?? "", cells: rows.map(({ cells }) => cells[x] ?? "") }, series },
    lines: rows.map(({ line }) => line),
    faults,
  };
}

/** The format of a chart's numbers: in its table, on its axes and in its description. */
export const chartNumbers = (language: string): Intl.NumberFormat => new Intl.NumberFormat(language, { maximumFractionDigits: 6 });

/** "1,234.5", "1 234" and "12 %" are numbers; a lone comma is not taken for a decimal point. */
function numberOf(cell: string): number | undefined {
  const plain = cell
    .replaceAll(/[\s\u00A0\u202F]|%$/gu, "")
    .replace("−", "-")
    .replaceAll(/,(?=\d{3}(?:\D|$))/gu, "");
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(plain) ? Number(plain) : undefined;
}
