import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { packVector, readWordModel, type WordEntry, type WordModel, writeWordModel } from "static-search/build";
import { primaryLanguage } from "static-search/text/stem";
import type { Report } from "../draft/problem.ts";
import { digest } from "../state/digest.ts";
import { type RankedWord, readDictionary } from "./dictionary.ts";
import { faultOf, type Model, ModelError, readModel } from "./modelFiles.ts";
import { type Reduce, reducer } from "./reduce.ts";
import { vectorName, type VectorSettings } from "../settings/vectorSettings.ts";

/** Changes when the same files give other vectors. */
const RULES = 3;

/** Word vectors, and by what they are known. */
export type WordVectors = WordModel & { known: string };

/**
 * The word vectors that the settings name, as the search by meaning has them. They are made once and kept in
 * the cache. What is not at hand is reported, and the search goes without it.
 * @returns undefined where there are none: then there is no search by meaning
 */
export async function wordVectors(
  content: string,
  settings: VectorSettings,
  cache: string,
  report: Report,
): Promise<WordVectors | undefined> {
  const found = sourcesOf(content, settings, report);
  if (found.size === 0) return undefined;
  const known = digest(JSON.stringify([RULES, [...found].map(([language, { file, into }]) => [language, file, into, stampOf(file)])]));
  const kept = join(cache, "vectors", `${known}.bin`);
  const before = keptModel(kept);
  if (before) return { ...before, known };
  const made = await makeModel(found, report);
  if (made.languages.length === 0) return undefined;
  // Of what could not be read the next build is to tell again.
  if (made.languages.length === found.size) keep(kept, made);
  return { ...made, known };
}

/** What a build before has left, where it is there and whole. */
function keptModel(file: string): WordModel | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readWordModel(readFileSync(file));
  } catch {
    // It was cut off: it is made anew.
    return undefined;
  }
}

function keep(file: string, model: WordModel): void {
  // Those of another model are of no more use.
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
 * The files of each language: those with vectors first, since dictionaries lead to them. A language
 * is known without its region, as that of a story is.
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
      warn(report, tag, `The dictionary ${name} leads to “${into}”, which has no word vectors.`, "Name those of that language too.");
    } else found.set(language, { tag, file, ...(into !== undefined && { into }) });
  }
  return found;
}

const INSTALL = "Install the package beside the content folder, or name a file in it.";

function warn(report: Report, language: string, message: string, remedy: string): void {
  const left = `${message} Queries in this language are not searched by meaning.`;
  report({ severity: "warning", file: "edition.json", place: `search.vectors.${language}`, message: left, remedy });
}

/** A file of the content folder, or what an installed package names as its main file. */
function fileOf(content: string, name: string): string | undefined {
  const file = isAbsolute(name) ? name : join(content, name);
  if (existsSync(file) && statSync(file).isFile()) return file;
  for (const folder of [content, process.cwd()]) {
    try {
      const main = createRequire(resolve(folder, "edition.json")).resolve(name);
      // A module of Node, such as "path", is no file.
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
        throw new ModelError(`has vectors of ${model.dimensions} numbers, and that of another language of ${reduced.dimensions}`);
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
 * How much a word says: a / (a + p), where p is how often it is used (Arora et al.). Models do not
 * say how often; by Zipf's law it follows from a word's place.
 */
function weightOf(rank: number): number {
  const used = 1 / ((rank + 2) * 12);
  return RARE / (RARE + used);
}

/** A word that is used so often has half the weight of a rare one. */
const RARE = 0.001;

function entriesOf(words: ReadonlyMap<string, RankedWord>, language: number): WordEntry[] {
  return [...words].map(([word, { weight, vector }]) => ({ word, language, weight: Math.round(weight * 255), packed: packVector(vector) }));
}
