import { csvFormat, csvFormatRows } from "d3-dsv";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";

/**
 * Writes a chart of article JSON as a Markdown chart is written: as YAML, of which JSON is a subset. The kind of chart is in `kind`,
 * since `type` says that the block is one; its data may be rows, column names first, or objects with those names as keys.
 */
export function chartSource(block: Raw): string {
  const { type: _, kind, data, ...fields } = block;
  // Numbers of JSON have a decimal point in any language.
  const decimal = hasFraction(data) ? { decimal: "." } : {};
  return JSON.stringify({ ...decimal, ...fields, ...(kind !== undefined && { type: kind }), data: csvOf(data) });
}

function csvOf(data: unknown): unknown {
  if (!Array.isArray(data)) return data;
  const rows: unknown[] = data;
  const objects = rows.filter(isRecord);
  const csv =
    objects.length === rows.length
      ? csvFormat(objects.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, scalarText(cell)]))))
      : csvFormatRows(rows.map((row) => (Array.isArray(row) ? row : [row]).map((cell: unknown) => scalarText(cell))));
  // The line break keeps a table of one row from being taken for a file name.
  return `${csv}\n`;
}

const hasFraction = (data: unknown): boolean =>
  Array.isArray(data) &&
  data.some((row: unknown) =>
    (isRecord(row) ? Object.values(row) : [row].flat()).some((cell) => typeof cell === "number" && cell % 1 !== 0),
  );
