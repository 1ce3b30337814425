/** Formats rows of texts and numbers in columns; numbers are right-aligned. */
export function table(head: string[], rows: (string | number)[][]): string {
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === "number" && !Number.isInteger(cell) ? cell.toFixed(1) : String(cell))),
  );
  const widths = head.map((title, column) => Math.max(title.length, ...texts.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[], isNumber: (column: number) => boolean) =>
    cells.map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join("  ");
  const numeric = (column: number) => typeof rows[0]?.[column] === "number";
  return [line(head, numeric), line(widths.map((width) => "-".repeat(width)), numeric), ...texts.map((row) => line(row, numeric))].join("\n"); // prettier-ignore
}
