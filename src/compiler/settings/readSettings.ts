import * as v from "valibot";
import { reason } from "#content/parse.ts";
import { isRecord } from "../text/jsonRecord.ts";
import { nearestName } from "../text/nearestName.ts";
import type { Problem, Report } from "../draft/problem.ts";
import { type FrontSettings, FrontSettingsSchema } from "./frontSettings.ts";
import { type LastGood, reportReplaced } from "./lastGood.ts";
import { editionNamed } from "./editionSettings.ts";
import { filesByLanguage, readSettingsFile, settingsFiles } from "./settingsFile.ts";
import { type Settings, SettingsSchema } from "./settings.ts";

/**
 * Reads `edition.json` (or `.jsonc`, `.yaml`) of a content folder. Without the file
 * all settings have their defaults. A file that breaks the schema gives a problem for each
 * field at fault, named by its path; a syntax error gives its line and column.
 */
export async function readSettings(contentFolder: string, good?: LastGood): Promise<{ settings: Settings } | { problems: Problem[] }> {
  const read = await readBy(SettingsSchema, contentFolder, "edition.json", { good });
  return "value" in read ? { settings: read.value } : { problems: read.problems };
}

/** An editor's choices for front pages, by the prefix of the edition. */
export type Fronts = ReadonlyMap<string, { settings: FrontSettings; file: string }>;

/**
 * Reads `front.json`, with which an editor arranges the front page, and files such as `front.nl.json` for editions in other languages.
 * A file that breaks the schema is reported in the same way and ignored as a whole, and the paper is built without it.
 */
export async function readFronts(contentFolder: string, settings: Settings, report: Report, good?: LastGood): Promise<Fronts> {
  const fronts = new Map([["", { file: MAIN_FRONT, settings: await readFront(MAIN_FRONT, contentFolder, report, good) }]]);
  for (const { file, tag } of filesByLanguage(contentFolder, ["front"])) {
    const edition = editionNamed(tag, file, settings, MAIN_FRONT);
    if ("problem" in edition) report(edition.problem);
    else fronts.set(edition.prefix, { file, settings: await readFront(file, contentFolder, report, good) });
  }
  return fronts;
}

const MAIN_FRONT = "front.json";

async function readFront(file: string, contentFolder: string, report: Report, good?: LastGood): Promise<FrontSettings> {
  const read = await readBy(FrontSettingsSchema, contentFolder, file, { good });
  if ("value" in read) return read.value;
  for (const problem of read.problems) report({ ...problem, severity: "warning", remedy: LEFT_OUT });
  return v.parse(FrontSettingsSchema, {});
}

const LEFT_OUT = "Correct it; until then this file is ignored.";

/**
 * Reads a settings file by its schema.
 * @param name the path of its JSON form in the content folder; the file may have another form
 * @param options `remedy` for a syntax error, by default that nothing is built until it is corrected; with `good`, the last good version
 * of a file with a fault is read instead, and the fault is reported as an error
 * @returns the value, or all problems; `json` is the content of the file if it has no syntax error
 */
export async function readBy<T>(
  schema: v.GenericSchema<unknown, T>,
  contentFolder: string,
  name: string,
  { remedy, good }: { remedy?: string; good?: LastGood | undefined } = {},
): Promise<Read<T>> {
  const read = await readOnce(schema, contentFolder, name, remedy);
  if ("value" in read || !good) return read;
  good.faulty.add(name);
  if (settingsFiles(good.folder, name).length === 0) return read;
  const last = await readOnce(schema, good.folder, name);
  if (!("value" in last)) return read;
  reportReplaced(good, read.problems);
  return last;
}

type Read<T> = { value: T } | { problems: Problem[]; json?: unknown };

async function readOnce<T>(schema: v.GenericSchema<unknown, T>, contentFolder: string, name: string, remedy?: string): Promise<Read<T>> {
  const held = await readSettingsFile(contentFolder, name, remedy);
  if ("problems" in held) return held;
  const { file, value } = held;
  const lists = misplacedLists(value, schema, [], file);
  if (lists.length > 0) return { problems: lists, json: value };
  const result = v.safeParse(schema, value);
  if (result.success) return { value: result.output };
  const faults = result.issues.filter((issue) => !isUnknown(issue)).map((issue) => fault(issue, file));
  return { problems: [...faults, ...unknownFields(value, schema, [], file)], json: value };
}

/** A strict object names only the first of its unknown fields; `unknownFields` finds them all. */
const isUnknown = (issue: v.BaseIssue<unknown>): boolean => issue.type === "strict_object" && issue.expected === "never";

function fault(issue: v.BaseIssue<unknown>, file: string): Problem {
  const path = v.getDotPath(issue);
  const place = path === null ? {} : { place: path };
  return { severity: "error", file, ...place, message: `${path ?? "The file"} ${reason(issue)}.`, remedy: CORRECT };
}

const CORRECT = "Correct it, or remove it to use the default.";

const GROUPS = new Set(["strict_object", "object", "record"]);

/** Lists where fields must be. To valibot a list is an object, whose fields are the methods of lists. */
function misplacedLists(value: unknown, schema: unknown, path: string[], file: string): Problem[] {
  const inner = unwrapped(schema);
  if (Array.isArray(value) && GROUPS.has(String(inner["type"]))) {
    const place = path.join(".");
    const message = `${place === "" ? "The file" : place} is a list but must have fields with names.`;
    return [{ severity: "error", file, ...(place !== "" && { place }), message, remedy: "Write {} instead of []." }];
  }
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => misplacedLists(item, inner["item"], [...path, String(at)], file));
  const { entries } = inner;
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    misplacedLists(each, isRecord(entries) && Object.hasOwn(entries, name) ? entries[name] : inner["value"], [...path, name], file),
  );
}

function unknownFields(value: unknown, schema: unknown, path: string[], file: string): Problem[] {
  const inner = unwrapped(schema);
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => unknownFields(item, inner["item"], [...path, String(at)], file));
  if (inner["type"] === "record" && isRecord(value))
    return Object.entries(value).flatMap(([name, each]) => unknownFields(each, inner["value"], [...path, name], file));
  const entries = inner["entries"];
  if (!isRecord(value) || !isRecord(entries)) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const own = [...path, name];
    return Object.hasOwn(entries, name)
      ? unknownFields(each, entries[name], own, file)
      : [unknownField(own.join("."), name, Object.keys(entries), file)];
  });
}

function unknownField(place: string, name: string, known: string[], file: string): Problem {
  const nearest = nearestName(name, known);
  const remedy = `Remove it; known ${place === name ? "in this file" : "here"} are ${known.join(", ")}.`;
  const message = `${place} is not a known setting.`;
  return { severity: "error", file, place, message, ...(nearest === undefined ? { remedy } : { nearest, remedy: CORRECT }) };
}

/** A schema without its wrappers, such as `optional` and `pipe`. */
function unwrapped(schema: unknown): Record<string, unknown> {
  if (!isRecord(schema)) return {};
  if ("wrapped" in schema) return unwrapped(schema["wrapped"]);
  return Array.isArray(schema["pipe"]) ? unwrapped(schema["pipe"][0]) : schema;
}
