import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DSV, dsvFormat } from "d3-dsv";
import type { Report } from "../draft/problem.ts";
import { decode } from "../text/decode.ts";

/** The file of a content folder with redirects from any address to any other. */
export const REDIRECTS = "redirects.csv";

/** The first line of that file. */
export const REDIRECTS_HEADER = "from,to,status";

/** A line of redirects.csv as it is written. `status`: 302 for a redirect that is temporary. */
export type RedirectLine = { line: number; from: string; to: string; status?: 302 };

/**
 * Reads the redirects of a content folder: CSV (RFC 4180) with the columns `from`, `to` and, if there are some, `status`, which is 301
 * or 302. Spreadsheets may separate them by semicolons. A line that cannot be used is reported and left out.
 */
export const readRedirectsFile = async (content: string, report: Report): Promise<RedirectLine[]> => linesIn(await textOf(content), report);

function linesIn(text: string, report: Report): RedirectLine[] {
  const { rows, columns, hasHeader } = tableOf(text);
  const problem = (line: number, message: string, remedy: string): void =>
    report({ severity: "warning", file: REDIRECTS, place: `line ${line}`, message, remedy });
  if (!hasHeader && text.trim() !== "")
    problem(1, "The columns have no names, so the lines are read as from, to and status.", `Let the first line be ${REDIRECTS_HEADER}.`);
  let line = 1;
  return rows.flatMap((cells, at): RedirectLine[] => {
    const own = line;
    line += cells.join("").split("\n").length;
    const cell = (name: string): string => cells[columns.indexOf(name)]?.trim() ?? "";
    const [from, to, status] = [cell("from"), cell("to"), cell("status")];
    if ((hasHeader && at === 0) || cells.every((each) => each.trim() === "")) return [];
    if (from === "" || to === "")
      problem(
        own,
        `There is no address to lead ${from === "" ? "from" : "to"}, so the line is left out.`,
        "Write both, or remove the line.",
      );
    else if (!/^(?:30[12])?$/u.test(status))
      problem(
        own,
        `“${status}” is not 301 or 302, so the line is left out.`,
        "Write 301 for good, or 302 for a time; hosts have no other in common.",
      );
    else return [{ line: own, from, to, ...(status === "302" && { status: 302 as const }) }];
    return [];
  });
}

/** The cells of a text, how they are separated, and the names of their columns, which the first line may have. */
function tableOf(text: string): { format: DSV; rows: string[][]; columns: string[]; hasHeader: boolean } {
  const [first = ""] = text.split("\n");
  const format = dsvFormat(first.includes(";") ? ";" : ",");
  const rows = format.parseRows(text);
  const names = rows[0]?.map((name) => name.trim().toLowerCase()) ?? [];
  const hasHeader = names.includes("from") && names.includes("to");
  return { format, rows, columns: hasHeader ? names : REDIRECTS_HEADER.split(","), hasHeader };
}

/** The text of the file with further lines, and how many were added: those with an address that none has yet. The rest stays as it is. */
export async function withMoreRedirects(content: string, more: { from: string; to: string }[]): Promise<{ text: string; added: number }> {
  const keyOf = (from: string): string => from.replace(/^https?:\/\/[^/]*/iu, "").replace(/\/$/u, "");
  const text = await textOf(content);
  const taken = new Set(linesIn(text, () => {}).map(({ from }) => keyOf(from)));
  const added = more.filter(({ from }) => !taken.has(keyOf(from)) && taken.add(keyOf(from)));
  const before = text.trim() === "" ? `${REDIRECTS_HEADER}\n` : text.replace(/\n*$/u, "\n");
  const { format, columns } = tableOf(before);
  const lines = added.map(({ from, to }) => format.formatRow(columns.map((name) => (name === "from" ? from : name === "to" ? to : ""))));
  return { text: before + lines.map((line) => `${line}\n`).join(""), added: added.length };
}

/** The text of the file without a byte order mark; empty if there is none. */
async function textOf(content: string): Promise<string> {
  const bytes = await readFile(join(content, REDIRECTS)).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return new Uint8Array();
    throw error;
  });
  return decode(bytes).text.replace(/^\uFEFF/u, "");
}
