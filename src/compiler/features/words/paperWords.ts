import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMessage } from "#content/words/message.ts";
import type { Sentences, Words } from "#content/words/wordFiles.ts";
import { isRecord } from "../../text/jsonRecord.ts";
import { nearestName } from "../../text/nearestName.ts";
import type { Problem, Report } from "../../draft/problem.ts";
import { type LastGood, reportReplaced } from "../../settings/lastGood.ts";
import { parseJson } from "../../text/parseJson.ts";
import { ownWords } from "./ownWords.ts";
import { errorMessage } from "../../text/errorMessage.ts";

/** A paper's own words, by language tag in lower case. Each replaces a sentence of Broadsheet and is a valid message. */
export type PaperWords = Map<string, Words>;

const FOLDER = "words";

/**
 * Reads the word files of a content folder: `words/nl.json` has the sentences in Dutch. A sentence
 * that could not be formatted is left out and reported, and so is a file that is not JSON; with `good`, the last good version
 * of such a file is read instead, and its faults are errors.
 */
export function readPaperWords(content: string, report: Report, good?: LastGood): PaperWords {
  const paper: PaperWords = new Map();
  for (const name of filesIn(join(content, FOLDER))) {
    const problems: Problem[] = [];
    const read = readFileOfWords(content, name, problems);
    if (!read) good?.faulty.add(`${FOLDER}/${name}`);
    const isKept = !read && good && filesIn(join(good.folder, FOLDER)).includes(name);
    const last = isKept ? readFileOfWords(good.folder, name, []) : undefined;
    if (good && last) reportReplaced(good, problems);
    else for (const problem of problems) report(problem);
    const words = read ?? last;
    if (words) paper.set(name.slice(0, -".json".length).toLowerCase(), words);
  }
  return paper;
}

function readFileOfWords(root: string, name: string, problems: Problem[]): Words | undefined {
  const file = `${FOLDER}/${name}`;
  const warn = (fault: Omit<Problem, "severity" | "file">): undefined => void problems.push({ severity: "warning", file, ...fault });
  const language = name.slice(0, -".json".length);
  if (!isLanguage(language))
    return warn({
      message: `${language} is not a language tag, so this file is left out.`,
      remedy: "Name it by a language tag, such as nl.json.",
    });
  const json = parseJson(readFileSync(join(root, FOLDER, name), "utf8").replace(/^\uFEFF/u, ""));
  if ("error" in json) return warn({ place: json.place, message: `The file is not valid JSON: ${json.error}; it is left out.` });
  if (!isRecord(json.value)) return warn({ message: "The file is not a JSON object, so it is left out." });
  return goodWords(json.value, ownWords("en"), { language, place: [], warn });
}

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => (!entry.isDirectory() && entry.name.endsWith(".json") ? [entry.name] : []))
      .toSorted();
  } catch {
    return [];
  }
};

function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-|$)/iu.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

type Context = { language: string; place: string[]; warn: (fault: Omit<Problem, "severity" | "file">) => void };

function goodWords(held: Record<string, unknown>, english: Words, context: Context): Words {
  const groups = Object.entries(held).flatMap(([group, said]): [string, Sentences][] => {
    const place = [group];
    if (group === "$schema") return [];
    const known = Object.hasOwn(english, group) ? english[group] : undefined;
    if (!known) return unknownName(group, Object.keys(english), { ...context, place });
    if (!isRecord(said)) return wrongType("an object of sentences", { ...context, place });
    return [[group, goodSentences(said, known, { ...context, place })]];
  });
  return Object.fromEntries(groups);
}

function goodSentences(held: Record<string, unknown>, english: Sentences, context: Context): Sentences {
  const good = Object.entries(held).flatMap(([name, said]): [string, string | Record<string, string>][] => {
    const own = { ...context, place: [...context.place, name] };
    const known = Object.hasOwn(english, name) ? english[name] : undefined;
    if (known === undefined) return unknownName(name, Object.keys(english), own);
    if (typeof known === "string") {
      if (typeof said !== "string") return wrongType("a text", own);
      return isGood(said, known, own) ? [[name, said]] : [];
    }
    if (!isRecord(said)) return wrongType(`an object of ${Object.keys(known).join(", ")}`, own);
    const inner = goodSentences(said, known, own);
    return [[name, Object.fromEntries(Object.entries(inner).flatMap(([each, text]) => (typeof text === "string" ? [[each, text]] : [])))]];
  });
  return Object.fromEntries(good);
}

function unknownName(name: string, known: string[], { place, warn }: Context): [] {
  const nearest = nearestName(name, known);
  const remedy = "The file words/en.json of Broadsheet has all of them.";
  warn({
    place: place.join("."),
    message: `${place.join(".")} is not a sentence of the reader, so it is left out.`,
    ...(nearest === undefined ? { remedy } : { nearest, remedy }),
  });
  return [];
}

function wrongType(what: string, { place, warn }: Context): [] {
  warn({ place: place.join("."), message: `${place.join(".")} is not ${what}, so it is left out.` });
  return [];
}

/** Whether a sentence is a valid message, with exactly the arguments of the English one. */
function isGood(said: string, english: string, { language, place, warn }: Context): boolean {
  const at = place.join(".");
  const fail = (message: string, more: Pick<Problem, "remedy" | "nearest"> = {}): boolean => {
    warn({ place: at, message: `${at} ${message}, so it is left out.`, ...more });
    return false;
  };
  let named: string[];
  try {
    named = readMessage(said, language).arguments.map(({ name }) => name);
  } catch (error) {
    const [reason = ""] = errorMessage(error).split("\n");
    return fail(`is not a valid message of ICU MessageFormat (${reason.replace(/ at line 1 col (\d+):?$/u, ", at its character $1")})`);
  }
  const wanted = readMessage(english, "en").arguments.map(({ name }) => name);
  const other = named.find((name) => !wanted.includes(name));
  if (other !== undefined) {
    const nearest = nearestName(other, wanted);
    const remedy = wanted.length === 0 ? "It is given none." : `It is given ${wanted.map((name) => `{${name}}`).join(" and ")}.`;
    return fail(`uses {${other}}, which it is not given`, { remedy, ...(nearest !== undefined && { nearest }) });
  }
  const missing = wanted.find((name) => !named.includes(name));
  return missing === undefined || fail(`does not use {${missing}}`, { remedy: `Put {${missing}} where it belongs.` });
}
