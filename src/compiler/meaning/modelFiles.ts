import { createReadStream, type ReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { createGunzip, type Gunzip } from "node:zlib";
import * as v from "valibot";
import { fold } from "static-search/text/fold";

/** Word vectors as a model has them, the commonest word first, folded, each once. */
export type Model = { dimensions: number; words: string[]; vectors: Float32Array };

/** How many of a model's words are used: what is rarer is a name mostly. */
const MOST_WORDS = 40_000;

/** Words of a model that are looked at: of what is folded some fall together. */
const MOST_READ = 60_000;

/** A file is not what it is said to be. */
export class ModelError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "ModelError";
  }
}

/**
 * What is wrong with a file, after its name.
 * @param error what reading it threw: as a file that is not what it should be, or as the system and zlib say it
 * @returns undefined for a bug
 */
export function faultOf(error: unknown): string | undefined {
  if (error instanceof ModelError) return error.message;
  return error instanceof Error && "code" in error ? `cannot be read: ${error.message}` : undefined;
}

/**
 * Reads word vectors: JSON as the packages of winkNLP have it, or lines of text as
 * word2vec, GloVe and fastText write them (`.vec`, `.txt`, also with `.gz`), the commonest word first.
 * @throws ModelError
 */
export async function readModel(file: string): Promise<Model> {
  const model = file.endsWith(".json") ? await readJson(file) : await readLines(file);
  if (model.words.length < 2) throw new ModelError("holds no word vectors");
  return model;
}

/** Takes in words until there are enough. */
class Gathered {
  readonly words = new Map<string, ArrayLike<number>>();
  dimensions = 0;
  #read = 0;

  add(word: string, values: ArrayLike<number>): void {
    this.#read += 1;
    if (this.dimensions === 0) this.dimensions = values.length;
    const folded = fold(word.replace(/[.,'’]/gu, ""));
    if (!/^[\p{L}\p{N}]+$/u.test(folded) || values.length !== this.dimensions) return;
    if (!this.words.has(folded)) this.words.set(folded, values);
  }

  get isFull(): boolean {
    return this.words.size >= MOST_WORDS || this.#read >= MOST_READ;
  }

  model(): Model {
    const vectors = new Float32Array(this.words.size * this.dimensions);
    [...this.words.values()].forEach((values, at) => vectors.set(values, at * this.dimensions));
    return { dimensions: this.dimensions, words: [...this.words.keys()], vectors };
  }
}

const JsonSchema = v.object({
  dimensions: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(2000)),
  words: v.array(v.string()),
  vectors: v.looseObject({}),
});

async function readJson(file: string): Promise<Model> {
  const parsed = v.safeParse(JsonSchema, parsedJson(await readFile(file, "utf8")));
  if (!parsed.success) throw new ModelError("is not JSON with dimensions, words and vectors");
  const { dimensions, words, vectors } = parsed.output;
  const gathered = new Gathered();
  for (const word of words) {
    if (gathered.isFull) break;
    // What follows the vector in a row is its length and the number of the word.
    const row: unknown = vectors[word];
    if (isNumbers(row) && row.length >= dimensions) gathered.add(word, row.slice(0, dimensions));
  }
  return gathered.model();
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isNumbers = (row: unknown): row is number[] => Array.isArray(row) && row.every((value) => Number.isFinite(value));

async function readLines(file: string): Promise<Model> {
  const gathered = new Gathered();
  const stream = createReadStream(file);
  const lines = createInterface({ input: file.endsWith(".gz") ? inflated(stream) : stream, crlfDelay: Infinity });
  try {
    for await (const line of lines) {
      if (gathered.isFull) break;
      const [word = "", ...values] = line.trimEnd().split(" ");
      // The first line of word2vec and fastText says how many words and dimensions there are.
      if (values.length < 2) continue;
      const numbers = values.map(Number);
      if (isNumbers(numbers)) gathered.add(word, numbers);
      // Some of GloVe's words have a space, so that their lines are longer.
      else if (gathered.dimensions === 0 || values.length === gathered.dimensions) {
        throw new ModelError(`has a line that is not a word with its numbers: “${line.slice(0, 40)}”`);
      }
    }
  } finally {
    lines.close();
    stream.destroy();
  }
  return gathered.model();
}

function inflated(stream: ReadStream): Gunzip {
  const gunzip = createGunzip();
  // A pipe hands on what is read, but not that it cannot be read.
  stream.once("error", (error) => gunzip.destroy(error));
  return stream.pipe(gunzip);
}
