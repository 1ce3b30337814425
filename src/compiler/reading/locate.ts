import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../draft/problem.ts";
import { isOfSettings, settingsFiles } from "../settings/settingsFile.ts";
import { extensionOf } from "../text/fileName.ts";
import { decode } from "../text/decode.ts";
import { lastUpTo } from "../text/lastUpTo.ts";
import { isMarkdown } from "./markdown/forms.ts";

/**
 * Problems with line and column: those given in their place, else those of the
 * field that it names or of the words that they are about, else the first line.
 * Only files that have problems are opened.
 */
export async function locate(problems: Problem[], contentFolder: string): Promise<Problem[]> {
  const open = lastOpened(contentFolder);
  const located: Problem[] = [];
  for (const each of problems) {
    // Problems name the settings file as JSON; it may have another format.
    const problem = isOfSettings(each.file) ? { ...each, file: settingsFiles(contentFolder, each.file)[0] ?? each.file } : each;
    located.push({ ...problem, ...(statedPosition(problem) ?? (await positionOf(problem, open))) });
  }
  return located;
}

type Position = { line?: number; column?: number };

/** A file of the content folder. What is found out about its text is kept, since it may have thousands of problems. */
type Opened = {
  text: string;
  positionAt: (offset: number) => Required<Position>;
  /** The offset of each field that a line begins with, by its name in lower case. */
  fields?: ReadonlyMap<string, number>;
  /** Gives the position of what is at a path in JSON or YAML, or of its last part that exists. */
  positionOf?: (path: string[]) => Position | undefined;
  /** How often the whole text was searched. */
  searches: number;
};

type Open = (file: string) => Opened | undefined;

/** The most searches in one file. Nobody corrects more problems before the next build, and each takes as long as the file. */
const MOST_SEARCHES = 1000;

/** The position that a problem has already, or that its place says. An archive has thousands of these, and waiting for each takes long. */
function statedPosition({ place, line }: Problem): Position | undefined {
  if (line !== undefined) return {};
  const [, ownLine, column] = /^lines? (\d+)(?:, column (\d+))?/u.exec(place ?? "") ?? [];
  return ownLine === undefined ? undefined : { line: Number(ownLine), ...(column !== undefined && { column: Number(column) }) };
}

async function positionOf({ file, place, about }: Problem, open: Open): Promise<Position> {
  if (extensionOf(file) !== "json" && !isMarkdown(file) && !isOfSettings(file)) return {};
  if (place === undefined && about === undefined) return { line: 1 };
  const opened = open(file);
  if (opened === undefined) return {};
  const ofField = place === undefined ? undefined : await positionOfField(opened, place, file);
  const found = ofField ?? (about === undefined ? undefined : positionOfWords(opened, about));
  return found ?? (opened.searches < MOST_SEARCHES ? { line: 1 } : {});
}

async function positionOfField(opened: Opened, place: string, file: string): Promise<Position | undefined> {
  if (/\.(?:jsonc?|ya?ml)$/iu.test(file)) {
    opened.positionOf ??= await pathsIn(opened.text, file);
    return opened.positionOf(place.split("."));
  }
  const { namesOf } = await import("./markdown/fieldNames.ts");
  opened.fields ??= fieldsIn(opened.text);
  for (const name of namesOf(place.replace(/\..*$/su, ""))) {
    const at = opened.fields.get(name.toLowerCase());
    if (at !== undefined) return { line: opened.positionAt(at).line };
  }
  return undefined;
}

/** Before each colon and equals sign there may be a field: "og:title: x". */
function fieldsIn(text: string): Map<string, number> {
  const fields = new Map<string, number>();
  for (const { 0: start, index } of text.matchAll(/^(?:[^\n:=]{0,200}[:=]){1,3}/gmu)) {
    for (const sign of start.matchAll(/[:=]/gu)) {
      const name = start.slice(0, sign.index).trim().replace(/^"|"$/gu, "").toLowerCase();
      if (!fields.has(name)) fields.set(name, index);
    }
  }
  return fields;
}

/** JSON is also YAML (YAML 1.2.2, 1.2), and the YAML parser records the position of each node. */
async function pathsIn(text: string, file: string): Promise<(path: string[]) => Position | undefined> {
  const { isMap, isPair, isScalar, isSeq, parseDocument } = await import("yaml");
  const plain = /\.jsonc$/iu.test(file) ? (await import("jsonc-parser")).stripComments(text, " ") : text;
  const { contents } = parseDocument(plain, { uniqueKeys: false, strict: false, logLevel: "silent" });
  const pairsOf = new Map<unknown, Map<string, unknown>>();
  const valueIn = (node: unknown, step: string): unknown => {
    if (isSeq(node)) return node.items[Number(step)];
    if (!isMap(node)) return undefined;
    // Of equal keys, the first.
    const pairs =
      pairsOf.get(node) ?? new Map(node.items.toReversed().map((pair) => [isScalar(pair.key) ? String(pair.key.value) : "", pair]));
    pairsOf.set(node, pairs);
    return pairs.get(step);
  };
  const follow = (start: unknown, path: string[]): number | undefined => {
    let node = start;
    let at: number | undefined;
    for (const step of path) {
      const next = valueIn(node, step);
      const start = isPair(next) && isScalar(next.key) ? next.key.range?.[0] : isNode(next) ? next.range?.[0] : undefined;
      if (start === undefined) return at;
      at = start;
      node = isPair(next) ? next.value : next;
    }
    return at;
  };
  const wrapped = isMap(contents) ? contents.get("article", true) : undefined;
  const positionAt = positionsIn(plain);
  return (path) => {
    const offset = (isMap(wrapped) ? follow(wrapped, path) : undefined) ?? follow(contents, path);
    return offset === undefined ? undefined : positionAt(offset);
  };
}

const isNode = (value: unknown): value is { range?: [number, number, number] | null } =>
  typeof value === "object" && value !== null && "range" in value;

function positionOfWords(opened: Opened, words: string): Position | undefined {
  const spellings = new Set([words, JSON.stringify(words).slice(1, -1), words.replaceAll(" ", "%20")]);
  for (const spelling of spellings) {
    if (opened.searches >= MOST_SEARCHES) return undefined;
    opened.searches += 1;
    const at = opened.text.indexOf(spelling);
    if (at !== -1) return { line: opened.positionAt(at).line };
  }
  return undefined;
}

/** Keeps only the last file: the problems of a file mostly follow each other. */
function lastOpened(contentFolder: string): Open {
  let last: { file: string; opened: Opened | undefined } | undefined;
  return (file) => {
    if (last?.file !== file) {
      const path = join(contentFolder, file);
      const text = existsSync(path) ? decode(readFileSync(path)).text : undefined;
      last = { file, opened: text === undefined ? undefined : { text, positionAt: positionsIn(text), searches: 0 } };
    }
    return last.opened;
  };
}

function positionsIn(text: string): (offset: number) => Required<Position> {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n/gu), ({ index }) => index + 1)];
    const at = lastUpTo(starts, offset);
    return { line: at + 1, column: offset - (starts[at] ?? 0) + 1 };
  };
}
