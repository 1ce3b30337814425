import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { packVector, readWordModel, type WordEntry, type WordModel, writeWordModel } from "static-search/build";
import { primaryLanguage } from "static-search/text/stem";
import type { Report } from "../../draft/problem.ts";
import { digest } from "../../state/digest.ts";
import { type RankedWord, readDictionary } from "./dictionary.ts";
import { faultOf, type Model, ModelError, readModel } from "./modelFiles.ts";
import { type Reduce, reducer } from "./reduce.ts";
import { vectorName, type VectorSettings } from "../../settings/vectorSettings.ts";

/** Must be increased when the same files give other vectors. */
const RULES = 3;

/** Word vectors; `digest` changes whenever they do. */
export type WordVectors = WordModel & { digest: string };

/**
 * The word vectors that the settings name, in the form that search by meaning uses. They are made once and kept in
 * the cache. A missing file is reported, and search does without it.
 * @returns undefined if there are none: then there is no search by meaning
 */
export async function wordVectors(
  content: string,
  settings: VectorSettings,
  cache: string,
  report: Report,
): Promise<WordVectors | undefined> {
  const found = sourcesOf(content, settings, report);
  if (found.size === 0) return undefined;
  const key = digest(JSON.stringify([RULES, [...found].map(([language, { file, into }]) => [language, file, into, stampOf(file)])]));
  const kept = join(cache, "vectors", `${key}.bin`);
  const before = keptModel(kept);
  if (before) return { ...before, digest: key };
  const made = await makeModel(found, report);
  if (made.languages.length === 0) return undefined;
  // Otherwise the next build would not report again what could not be read.
  if (made.languages.length === found.size) keep(kept, made);
  return { ...made, digest: key };
}

/** The model that an earlier build left, if it exists and is complete. */
function keptModel(file: string): WordModel | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readWordModel(readFileSync(file));
  } catch {
    // It is incomplete, so it is made again.
    return undefined;
  }
}

function keep(file: string, model: WordModel): void {
  // The files of other models are no longer needed.
  rmSync(dirname(file), { recursive: true, force: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, writeWordModel(model));
  renameSync(`${file}.new`, file);
}

/** `tag`: the language as the settings name it. */
type Source = { tag: string; file: string; into?: string };

const stampOf = (file: string): [size: number, changed: number] => {
  const { size, mtimeMs } = statSync(file);
  return [size, Math.round(mtimeMs)];
};

/**
 * The file of each language: those with vectors first, since dictionaries depend on them. As with
 * stories, the region of a language is ignored.
 */
function sourcesOf(content: string, settings: VectorSettings, report: Report): Map<string, Source> {
  const found = new Map<string, Source>();
  const entries = Object.entries(settings).toSorted(([, a], [, b]) => Number(typeof a !== "string") - Number(typeof b !== "string"));
  for (const [tag, source] of entries) {
    const language = primaryLanguage(tag);
    const into = typeof source === "string" ? undefined : primaryLanguage(source.into);
    const name = vectorName(source);
    const file = fileOf(content, name);
    if (file === undefined) {
      warn(report, tag, `The word vectors ${name} are neither a file nor an installed package.`, INSTALL);
    } else if (into !== undefined && !found.has(into)) {
      warn(report, tag, `The dictionary ${name} translates into “${into}”, which has no word vectors.`, "Name those of that language too.");
    } else found.set(language, { tag, file, ...(into !== undefined && { into }) });
  }
  return found;
}

const INSTALL = "Install the package beside the content folder, or name a file in it.";

function warn(report: Report, language: string, message: string, remedy: string): void {
  const left = `${message} Queries in this language are not searched by meaning.`;
  report({ severity: "warning", file: "edition.json", place: `search.vectors.${language}`, message: left, remedy });
}

/** A file in the content folder, or the main file of an installed package. */
function fileOf(content: string, name: string): string | undefined {
  const file = isAbsolute(name) ? name : join(content, name);
  if (existsSync(file) && statSync(file).isFile()) return file;
  for (const folder of [content, process.cwd()]) {
    try {
      const main = createRequire(resolve(folder, "edition.json")).resolve(name);
      // A built-in module of Node, such as "path", is not a file.
      if (isAbsolute(main)) return main;
    } catch {
      // It is not installed there.
    }
  }
  return undefined;
}

async function makeModel(sources: ReadonlyMap<string, Source>, report: Report): Promise<WordModel> {
  const byLanguage = new Map<string, Map<string, RankedWord>>();
  let reduced: { dimensions: number; reduce: Reduce } | undefined;
  for (const [language, { tag, file, into }] of sources) {
    try {
      if (into !== undefined) {
        byLanguage.set(language, await readDictionary(file, language, byLanguage.get(into) ?? new Map()));
        continue;
      }
      const model = await readModel(file);
      reduced ??= { dimensions: model.dimensions, reduce: reducer(model) };
      if (model.dimensions !== reduced.dimensions) {
        throw new ModelError(`has vectors with ${model.dimensions} dimensions, but those of another language have ${reduced.dimensions}`);
      }
      byLanguage.set(language, rankedWords(model, reduced.reduce));
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      warn(report, tag, `The file ${file} ${fault}.`, "Name a file of word vectors, the commonest word first.");
    }
  }
  const languages = [...byLanguage.keys()];
  return { languages, words: languages.flatMap((tag, language) => entriesOf(byLanguage.get(tag) ?? new Map(), language)) };
}

function rankedWords(model: Model, reduce: Reduce): Map<string, RankedWord> {
  return new Map(model.words.map((word, rank) => [word, { rank, weight: weightOf(rank), vector: reduce(model, rank) }]));
}

/**
 * The weight of a word: a / (a + p), where p is its frequency (Arora et al.). Models do not give
 * the frequency; by Zipf's law it follows from the word's rank.
 */
function weightOf(rank: number): number {
  const used = 1 / ((rank + 2) * 12);
  return RARE / (RARE + used);
}

/** A word with this frequency has half the weight of a rare one. */
const RARE = 0.001;

function entriesOf(words: ReadonlyMap<string, RankedWord>, language: number): WordEntry[] {
  return [...words].map(([word, { weight, vector }]) => ({ word, language, weight: Math.round(weight * 255), packed: packVector(vector) }));
}
