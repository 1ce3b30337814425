import * as v from "valibot";
import { reason } from "#content/parse.ts";
import { isRecord } from "../draft/isRecord.ts";
import { nearestName } from "../draft/nearestName.ts";
import type { Problem, Report } from "../draft/problem.ts";
import { type FrontSettings, FrontSettingsSchema } from "./frontSettings.ts";
import { readSettingsFile } from "./settingsFile.ts";
import { type Settings, SettingsSchema } from "./settings.ts";

/**
 * Reads `edition.json` (or `.jsonc`, `.yaml`) of a content folder. Without the file
 * everything is as by default. A file that breaks the schema gives one problem for each
 * field at fault, named by its path; one that cannot be read gives line and column.
 */
export async function readSettings(contentFolder: string): Promise<{ settings: Settings } | { problems: Problem[] }> {
  const read = await readBy(SettingsSchema, contentFolder, "edition.json");
  return "value" in read ? { settings: read.value } : { problems: read.problems };
}

/**
 * Reads `front.json`, by which an editor arranges the front page. A file that
 * breaks the schema is left out as a whole, with the same problems: the front
 * page is then as without it, and the paper is built.
 */
export async function readFrontSettings(contentFolder: string, report: Report): Promise<FrontSettings> {
  const read = await readBy(FrontSettingsSchema, contentFolder, "front.json");
  if ("value" in read) return read.value;
  for (const problem of read.problems) report({ ...problem, severity: "warning", remedy: LEFT_OUT });
  return v.parse(FrontSettingsSchema, {});
}

const LEFT_OUT = "Correct it; until then the front page is as without this file.";

/**
 * @param name the file's path in the content folder as JSON; it may have another form
 * @param remedy what is advised where its text cannot be read; by default, that nothing is built until then
 * @returns the value of a file of settings, or all that is wrong with it; `json` is what it holds where it can be read at all
 */
export async function readBy<T>(
  schema: v.GenericSchema<unknown, T>,
  contentFolder: string,
  name: string,
  remedy?: string,
): Promise<{ value: T } | { problems: Problem[]; json?: unknown }> {
  const held = await readSettingsFile(contentFolder, name, remedy);
  if ("problems" in held) return held;
  const { file, value } = held;
  const result = v.safeParse(schema, value);
  if (result.success) return { value: result.output };
  const faults = result.issues.filter((issue) => !isUnknown(issue)).map((issue) => fault(issue, file));
  return { problems: [...faults, ...unknown(value, schema, [], file)], json: value };
}

/** A strict object names only the first of its unknown fields; `unknown` finds them all. */
const isUnknown = (issue: v.BaseIssue<unknown>): boolean => issue.type === "strict_object" && issue.expected === "never";

function fault(issue: v.BaseIssue<unknown>, file: string): Problem {
  const path = v.getDotPath(issue);
  const place = path === null ? {} : { place: path };
  return { severity: "error", file, ...place, message: `${path ?? "The file"} ${reason(issue)}.`, remedy: CORRECT };
}

const CORRECT = "Correct it, or remove it to use the default.";

function unknown(value: unknown, schema: unknown, path: string[], file: string): Problem[] {
  const inner = bare(schema);
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => unknown(item, inner["item"], [...path, String(at)], file));
  if (inner["type"] === "record" && isRecord(value))
    return Object.entries(value).flatMap(([name, each]) => unknown(each, inner["value"], [...path, name], file));
  const entries = inner["entries"];
  if (!isRecord(value) || !isRecord(entries)) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const own = [...path, name];
    return Object.hasOwn(entries, name)
      ? unknown(each, entries[name], own, file)
      : [unknownField(own.join("."), name, Object.keys(entries), file)];
  });
}

function unknownField(place: string, name: string, known: string[], file: string): Problem {
  const nearest = nearestName(name, known);
  const remedy = `Remove it; known ${place === name ? "in this file" : "here"} are ${known.join(", ")}.`;
  const message = `${place} is not a known setting.`;
  return { severity: "error", file, place, message, ...(nearest === undefined ? { remedy } : { nearest, remedy: CORRECT }) };
}

/** A schema without what may stand around it: whether it is optional, and what is done with its value. */
function bare(schema: unknown): Record<string, unknown> {
  if (!isRecord(schema)) return {};
  if ("wrapped" in schema) return bare(schema["wrapped"]);
  return Array.isArray(schema["pipe"]) ? bare(schema["pipe"][0]) : schema;
}
