import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { reason } from "#content/parse.ts";
import type { Problem } from "./draft/problem.ts";
import { parseJson } from "./sources/parseJson.ts";
import { type Settings, SettingsSchema } from "./settings.ts";

const FILE = "edition.json";

/**
 * Reads `edition.json` of a content folder. Without the file everything is as
 * by default. A file that breaks the schema gives one problem for each field
 * at fault, named by its path; one that is no JSON gives line and column.
 */
export async function readSettings(contentFolder: string): Promise<{ settings: Settings } | { problems: Problem[] }> {
  const text = await readIfThere(join(contentFolder, FILE));
  const json = parseJson(text ?? "{}");
  if ("error" in json) {
    return { problems: [{ severity: "error", file: FILE, place: json.place, message: `The settings are not JSON: ${json.error}.` }] };
  }
  const result = v.safeParse(SettingsSchema, json.value);
  if (result.success) return { settings: result.output };
  return { problems: result.issues.map(problem) };
}

function problem(issue: v.BaseIssue<unknown>): Problem {
  const path = v.getDotPath(issue);
  const isUnknown = issue.type === "strict_object" && issue.expected === "never";
  const message = isUnknown ? "is not a setting that is known here" : reason(issue);
  return { severity: "error", file: FILE, ...(path !== null && { place: path }), message: `${path ?? "The file"} ${message}.` };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
