import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ParseError } from "jsonc-parser";
import { errorMessage } from "../text/errorMessage.ts";
import type { Problem } from "../draft/problem.ts";
import { parseJson } from "../text/parseJson.ts";
import { repeatedKeys, repeatedKeyProblem } from "../text/repeatedKeys.ts";

/** The extensions that a settings file may have: for JSON, JSON with comments, and YAML. */
const FORMS = ["json", "jsonc", "yaml", "yml"];

/** The settings files of which an edition in another language may have its own: front.nl.json. */
const BY_LANGUAGE = ["front", "newsletter"] as const;

type ByLanguage = (typeof BY_LANGUAGE)[number];

/** A settings file for an edition in another language: its name and tag. */
const TAGGED = new RegExp(`^(${BY_LANGUAGE.join("|")})\\.([a-z]{2,3}(?:-[a-z\\d]{2,8})*)\\.(?:jsonc?|ya?ml)$`, "iu");

/** Whether a path in the content folder is that of a settings file (edition, front page, threads, newsletter, theme, collections), or of one that a command writes. */
export const isOfSettings = (path: string): boolean =>
  TAGGED.test(path) ||
  /^(?:(?:edition|front|threads|newsletter|theme\/theme|collections\/[^/]+\/collection)\.(?:jsonc?|ya?ml)|import\.json|most-read\.json)$/u.test(
    path,
  );

/**
 * Finds a settings file in any of its forms.
 * @param file the path of its JSON form in the content folder, such as "edition.json"
 * @returns all that exist; more than one is a fault
 */
export function settingsFiles(contentFolder: string, file: string): string[] {
  return FORMS.map((form) => file.replace(/json$/u, form)).filter((each) => existsSync(join(contentFolder, each)));
}

/** The JSON forms of all settings files for editions in other languages, with the tags in their names. @param names of the files, by default all */
export function filesByLanguage(contentFolder: string, names: readonly ByLanguage[] = BY_LANGUAGE): { file: string; tag: string }[] {
  if (!existsSync(contentFolder)) return [];
  const there = readdirSync(contentFolder).flatMap((path) => {
    const [, name = "", tag = ""] = TAGGED.exec(path) ?? [];
    return names.some((each) => each === name.toLowerCase()) ? [`${name} ${tag}`] : [];
  });
  return [...new Set(there)].toSorted().map((each) => {
    const [name = "", tag = ""] = each.split(" ");
    return { file: `${name}.${tag}.json`, tag };
  });
}

/** The JSON forms of the files of all collections: "collections/events/collection.json". */
export function collectionsIn(contentFolder: string): string[] {
  const folder = join(contentFolder, "collections");
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).map((name) => `collections/${name}/collection.json`);
  return files.filter((file) => settingsFiles(contentFolder, file).length > 0).toSorted();
}

/** The folder in the content folder of which a paper publishes the files as they are. */
export const PUBLIC_FOLDER = "public";

/** Whether a folder is that of a paper, which has settings, and not any archive. */
export const isPaper = (contentFolder: string): boolean => settingsFiles(contentFolder, "edition.json").length > 0;

/** The content of a settings file, or its problems. `file` is its path, with its actual extension. */
export type SettingsFileContent = { file: string; value: unknown } | { file: string; problems: Problem[] };

/**
 * Reads settings from JSON, JSON with comments (and trailing commas), or YAML.
 * @param file the path of the JSON form in the content folder
 * @param remedy for a syntax error
 * @returns the value, or {} if there is no such file; or a problem for each fault in its text
 */
export async function readSettingsFile(contentFolder: string, file: string, remedy = NOTHING_BUILT): Promise<SettingsFileContent> {
  const [there, ...more] = settingsFiles(contentFolder, file);
  if (there === undefined) return { file, value: {} };
  if (more.length > 0) {
    const message = `${[there, ...more].join(" and ")} exist, but only one of them can be used.`;
    return { file: there, problems: [{ severity: "error", file: there, message, remedy: "Remove all but one." }] };
  }
  const text = await textOf(join(contentFolder, there));
  if (typeof text !== "string") return { file: there, problems: [{ severity: "error", file: there, remedy, ...text }] };
  const held = there.endsWith("json") ? fromJson(text) : there.endsWith("jsonc") ? await fromJsonc(text) : await fromYaml(text);
  return "value" in held
    ? { file: there, ...held }
    : { file: there, problems: held.faults.map((fault) => ({ severity: "error", file: there, remedy, ...fault })) };
}

type Fault = { place?: string; message: string; remedy?: string };

/** The text of a file without its byte order mark; or why it has none. */
async function textOf(path: string): Promise<string | Fault> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError) return { place: "line 1", message: "The file is not text in UTF-8.", remedy: "Save it as UTF-8." };
    return { message: `The file cannot be read: ${errorMessage(error)}.` };
  }
}

const NOTHING_BUILT = "Correct it there; nothing is built until then.";

function fromJson(text: string): { value: unknown } | { faults: Fault[] } {
  const json = parseJson(text);
  if ("error" in json) return { faults: [{ place: json.place, message: `This is not JSON: ${json.error}.` }] };
  const faults = repeatedKeys(text).map(({ name, line }) => ({ place: `line ${line}`, ...repeatedKeyProblem(name) }));
  return faults.length > 0 ? { faults } : json;
}

async function fromJsonc(text: string): Promise<{ value: unknown } | { faults: Fault[] }> {
  const { parse, printParseErrorCode, stripComments } = await import("jsonc-parser");
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true }) ?? {};
  const [first] = errors;
  if (first) {
    const before = text.slice(0, first.offset).split("\n");
    const what = printParseErrorCode(first.error).replaceAll(/(?<=[a-z])(?=[A-Z])/gu, " ");
    const place = `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
    return { faults: [{ place, message: `This is not JSON with comments: ${what.toLowerCase()}.` }] };
  }
  const faults = repeatedKeys(stripComments(text, " ")).map(({ name, line }) => ({ place: `line ${line}`, ...repeatedKeyProblem(name) }));
  return faults.length > 0 ? { faults } : { value };
}

async function fromYaml(text: string): Promise<{ value: unknown } | { faults: Fault[] }> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text, { prettyErrors: true, merge: true, logLevel: "error" });
  if (document.errors.length === 0) return { value: document.toJS() ?? {} };
  const faults = document.errors.map(({ message, linePos }) => ({
    place: `line ${linePos?.[0].line ?? 1}, column ${linePos?.[0].col ?? 1}`,
    message: `This is not YAML: ${(message.split(" at line ")[0] ?? message).replace(/\.$/u, "")}.`,
  }));
  return { faults };
}
