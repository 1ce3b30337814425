import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { reason } from "#content/parse.ts";
import { nearestName } from "./draft/nearestName.ts";
import type { Problem } from "./draft/problem.ts";
import { parseJson } from "./sources/parseJson.ts";
import { repeatedKeys, saidTwice } from "./sources/repeatedKeys.ts";
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
    const message = `The settings are not JSON: ${json.error}.`;
    return {
      problems: [{ severity: "error", file: FILE, place: json.place, message, remedy: "Correct it there; nothing is built until then." }],
    };
  }
  const repeated = repeatedKeys(text ?? "{}");
  if (repeated.length > 0)
    return { problems: repeated.map(({ name, line }) => ({ severity: "error", file: FILE, place: `line ${line}`, ...saidTwice(name) })) };
  const result = v.safeParse(SettingsSchema, json.value);
  if (result.success) return { settings: result.output };
  const faults = result.issues.filter((issue) => !isUnknown(issue)).map(fault);
  return { problems: [...faults, ...unknown(json.value, SettingsSchema, [])] };
}

/** A strict object names only the first of its unknown fields; `unknown` finds them all. */
const isUnknown = (issue: v.BaseIssue<unknown>): boolean => issue.type === "strict_object" && issue.expected === "never";

function fault(issue: v.BaseIssue<unknown>): Problem {
  const path = v.getDotPath(issue);
  const place = path === null ? {} : { place: path };
  return { severity: "error", file: FILE, ...place, message: `${path ?? "The file"} ${reason(issue)}.`, remedy: CORRECT };
}

const CORRECT = "Correct it, or remove it to use the default.";

function unknown(value: unknown, schema: unknown, path: string[]): Problem[] {
  const inner = bare(schema);
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => unknown(item, inner["item"], [...path, String(at)]));
  const entries = inner["entries"];
  if (!isRecord(value) || !isRecord(entries)) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const own = [...path, name];
    return Object.hasOwn(entries, name) ? unknown(each, entries[name], own) : [unknownField(own.join("."), name, Object.keys(entries))];
  });
}

function unknownField(place: string, name: string, known: string[]): Problem {
  const nearest = nearestName(name, known);
  const remedy = `Remove it; known ${place === name ? "in this file" : "here"} are ${known.join(", ")}.`;
  const message = `${place} is not a setting that is known here.`;
  return { severity: "error", file: FILE, place, message, ...(nearest === undefined ? { remedy } : { nearest, remedy: CORRECT }) };
}

/** A schema without what may stand around it: whether it is optional, and what is done with its value. */
function bare(schema: unknown): Record<string, unknown> {
  if (!isRecord(schema)) return {};
  if ("wrapped" in schema) return bare(schema["wrapped"]);
  return Array.isArray(schema["pipe"]) ? bare(schema["pipe"][0]) : schema;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
