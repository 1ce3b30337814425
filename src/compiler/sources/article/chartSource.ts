import { csvFormat, csvFormatRows } from "d3-dsv";
import { isRecord, type Raw, scalarText } from "./record.ts";

/**
 * A chart of article JSON as one of Markdown is written: as YAML, of which JSON is a part. Which chart it is stands in `kind`, as
 * `type` says that it is one; its data may be rows, the first with the names of columns, or objects with those names.
 */
export function chartSource(block: Raw): string {
  const { type: _, kind, data, ...fields } = block;
  return JSON.stringify({ ...fields, ...(kind !== undefined && { type: kind }), data: csvOf(data) });
}

function csvOf(data: unknown): unknown {
  if (!Array.isArray(data)) return data;
  const rows: unknown[] = data;
  const objects = rows.filter(isRecord);
  const csv =
    objects.length === rows.length
      ? csvFormat(objects.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, scalarText(cell)]))))
      : csvFormatRows(rows.map((row) => (Array.isArray(row) ? row : [row]).map((cell: unknown) => scalarText(cell))));
  // Also a table of one row is no name of a file.
  return `${csv}\n`;
}
