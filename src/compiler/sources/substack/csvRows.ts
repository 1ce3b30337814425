/** The rows of a table in CSV (RFC 4180), each by the names in its first row. A row that is too short has empty texts. */
export function csvRows(text: string): Record<string, string>[] {
  const [names = [], ...rows] = cellsOf(text.replace(/^\uFEFF/u, ""));
  return rows
    .filter((row) => row.some((cell) => cell !== ""))
    .map((row) => Object.fromEntries(names.map((name, at) => [name.trim(), row[at] ?? ""])));
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)(?:"|$)|([^",\r\n]*))[^,\r\n]*(,|\r?\n|$)/guy;
  for (let match = cell.exec(text); match !== null && match[0] !== ""; match = cell.exec(text)) {
    const [, quoted, plain = "", end] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== "," && end !== "") rows.push([]);
  }
  return rows;
}
