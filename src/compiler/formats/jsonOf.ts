import type { ArchiveContext, ArchiveFile } from "./archiveFormat.ts";
import { parseJson } from "../text/parseJson.ts";

/**
 * The value of a JSON file; for a file with one value per line (NDJSON, JSON
 * Lines), a list of them. Invalid JSON is reported with the place of the fault, and skipped.
 */
export async function jsonOf(file: ArchiveFile, context: ArchiveContext): Promise<{ value: unknown } | undefined> {
  return jsonIn(await file.text(), file, context);
}

/** The same of a text that has been read. */
export function jsonIn(text: string, file: ArchiveFile, context: ArchiveContext): { value: unknown } | undefined {
  const json = parseJson(text);
  if ("value" in json) return json;
  if (LINES.test(text)) return { value: valuesIn(text, file, context) };
  lose(json, json.place, file, context);
  return undefined;
}

/** The first line is an object by itself, and the second begins another. */
const LINES = /^\uFEFF?\s*\{[^\n]*\}[ \t\r]*\n\s*\{/u;

function valuesIn(text: string, file: ArchiveFile, context: ArchiveContext): unknown[] {
  return text.split("\n").flatMap((line, index): unknown[] => {
    if (line.trim() === "") return [];
    const json = parseJson(line);
    if ("value" in json) return [json.value];
    lose(json, `line ${index + 1}`, file, context);
    return [];
  });
}

function lose({ error }: { error: string }, place: string, { path }: ArchiveFile, { report, skip }: ArchiveContext): void {
  const message = `${place.includes("column") ? "The file" : "The line"} is not JSON: ${error.replace(/[.\s]+$/u, "")}.`;
  report({ severity: "error", file: path, place, message });
  skip({ file: path, place }, message);
}
