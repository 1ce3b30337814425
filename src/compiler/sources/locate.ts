import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../draft/problem.ts";
import { isOfSettings, settingsFiles } from "../settings/settingsFile.ts";
import { extensionOf } from "./contentFiles.ts";
import { decode } from "./decode.ts";
import { isMarkdown } from "./markdown/forms.ts";

/** The text of a file in the content folder, if it exists. */
type TextOf = (file: string) => string | undefined;

/**
 * Problems with line and column: those given in their place, else those of the
 * field that it names or of the words that they are about, else the first line.
 * Only files that have problems are opened.
 */
export async function locate(problems: Problem[], contentFolder: string): Promise<Problem[]> {
  const textOf = lastText(contentFolder);
  const located: Problem[] = [];
  for (const each of problems) {
    // Problems name the settings file as JSON; it may have another format.
    const problem = isOfSettings(each.file) ? { ...each, file: settingsFiles(contentFolder, each.file)[0] ?? each.file } : each;
    located.push({ ...problem, ...(await positionOf(problem, textOf)) });
  }
  return located;
}

type Position = { line?: number; column?: number };

async function positionOf({ file, place, about, line }: Problem, textOf: TextOf): Promise<Position> {
  if (line !== undefined) return {};
  const [, ownLine, column] = /^lines? (\d+)(?:, column (\d+))?/u.exec(place ?? "") ?? [];
  if (ownLine !== undefined) return { line: Number(ownLine), ...(column !== undefined && { column: Number(column) }) };
  if (extensionOf(file) !== "json" && !isMarkdown(file) && !isOfSettings(file)) return {};
  if (place === undefined && about === undefined) return { line: 1 };
  const text = textOf(file);
  if (text === undefined) return {};
  const ofField = place === undefined ? undefined : await positionOfField(text, place, file);
  return ofField ?? (about === undefined ? undefined : positionOfWords(text, about)) ?? { line: 1 };
}

async function positionOfField(text: string, place: string, file: string): Promise<Position | undefined> {
  if (/\.(?:json|ya?ml)$/iu.test(file)) return positionInJson(text, place.split("."));
  if (/\.jsonc$/iu.test(file)) return positionInJson((await import("jsonc-parser")).stripComments(text, " "), place.split("."));
  const { namesOf } = await import("./markdown/fieldNames.ts");
  for (const name of namesOf(place.replace(/\..*$/su, ""))) {
    const at = new RegExp(`^[ \\t]*"?${escaped(name)}"?[ \\t]*[:=]`, "imu").exec(text)?.index;
    if (at !== undefined) return { line: lineAt(text, at) };
  }
  return undefined;
}

/** JSON is also YAML (YAML 1.2.2, 1.2), and the YAML parser records the position of each node. */
async function positionInJson(text: string, path: string[]): Promise<Position | undefined> {
  const { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } = await import("yaml");
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter, uniqueKeys: false, strict: false, logLevel: "silent" });
  const follow = (start: unknown): number | undefined => {
    let node = start;
    let at: number | undefined;
    for (const step of path) {
      const next: unknown = isMap(node)
        ? node.items.find(({ key }) => isScalar(key) && String(key.value) === step)
        : isSeq(node)
          ? node.items[Number(step)]
          : undefined;
      const start = isPair(next) && isScalar(next.key) ? next.key.range?.[0] : isNode(next) ? next.range?.[0] : undefined;
      if (start === undefined) return at;
      at = start;
      node = isPair(next) ? next.value : next;
    }
    return at;
  };
  const wrapped = isMap(contents) ? contents.get("article", true) : undefined;
  const offset = (isMap(wrapped) ? follow(wrapped) : undefined) ?? follow(contents);
  if (offset === undefined) return undefined;
  const { line, col: column } = lineCounter.linePos(offset);
  return { line, column };
}

const isNode = (value: unknown): value is { range?: [number, number, number] | null } =>
  typeof value === "object" && value !== null && "range" in value;

function positionOfWords(text: string, words: string): Position | undefined {
  const spellings = [words, JSON.stringify(words).slice(1, -1)];
  const at = spellings.map((spelling) => text.indexOf(spelling)).find((found) => found !== -1);
  return at === undefined ? undefined : { line: lineAt(text, at) };
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** Keeps only the last file: the problems of a file mostly follow each other. */
function lastText(contentFolder: string): TextOf {
  let last: { file: string; text: string | undefined } | undefined;
  return (file) => {
    if (last?.file !== file) {
      const path = join(contentFolder, file);
      last = { file, text: existsSync(path) ? decode(readFileSync(path)).text : undefined };
    }
    return last.text;
  };
}
