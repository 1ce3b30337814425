import type { ArchiveContext, ArchiveFile } from "./archive.ts";
import { parseJson } from "./parseJson.ts";

/** The value of a JSON file; a file that is no JSON is reported with the place of the fault, and skipped. */
export async function jsonOf(file: ArchiveFile, { report, skip }: ArchiveContext): Promise<{ value: unknown } | undefined> {
  const json = parseJson(await file.text());
  if ("value" in json) return json;
  const message = `The file is not JSON: ${json.error.replace(/[.\s]+$/u, "")}.`;
  report({ severity: "error", file: file.path, place: json.place, message });
  skip({ file: file.path, place: json.place }, message);
  return undefined;
}
