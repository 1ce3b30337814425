import { readFileSync } from "node:fs";
import { dsvFormat } from "d3-dsv";
import { counted } from "#compiler/text/counted.ts";
import { errorMessage } from "#compiler/text/errorMessage.ts";
import { CliError } from "./CliError.ts";
import { printable } from "./terminal/printable.ts";

/** A row of a table: the line in which it begins, and its values by the names of columns, in small letters; "" if there is none. */
export type Row = { line: number; value: (name: string) => string };

/** Reads a file of comma-separated values, or with the semicolons or tabs that spreadsheets write in some languages. */
export function readCsv(file: string): { names: string[]; rows: Row[] } {
  const text = textOf(file);
  const [first = ""] = text.split("\n", 1);
  const separator = [",", ";", "\t"].find((sign) => first.includes(sign)) ?? ",";
  const [head = [], ...others] = dsvFormat(separator).parseRows(text);
  const names = head.map((name) => name.trim().toLowerCase());
  const rows: Row[] = [];
  let line = 1 + linesIn(head);
  for (const row of others) {
    if (row.some((value) => value.trim() !== "")) rows.push({ line, value: (name) => row[names.indexOf(name)]?.trim() ?? "" });
    line += linesIn(row);
  }
  return { names, rows };
}

/** Quoted values may have several. */
const linesIn = (row: string[]): number => 1 + row.reduce((sum, value) => sum + value.split("\n").length - 1, 0);

function textOf(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const why = error instanceof TypeError ? "it is not text in UTF-8" : errorMessage(error);
    throw new CliError(`${file} cannot be read: ${why}.`, { cause: error });
  }
}

/** How many lines with a fault are named. */
const SHOWN = 20;

/** Names the lines that could not be read. */
export function printFaults(faults: string[]): void {
  for (const fault of faults.slice(0, SHOWN)) console.error(printable(fault));
  if (faults.length > SHOWN) console.error(`and ${counted(faults.length - SHOWN, "more line")}.`);
}
