import { createReadStream, type ReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { createGunzip, type Gunzip } from "node:zlib";
import * as v from "valibot";
import { fold } from "static-search/text/fold";

/** The word vectors of a model, the most frequent word first. Words are folded and unique. */
export type Model = { dimensions: number; words: string[]; vectors: Float32Array };

/** How many of a model's words are used: rarer ones are mostly names. */
const MOST_WORDS = 40_000;

/** How many words of a model are read; some become equal when folded. */
const MOST_READ = 60_000;

/** A file does not have the expected format. */
export class ModelError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "ModelError";
  }
}

/**
 * What is wrong with a file; completes a sentence that begins with its name.
 * @param error the error thrown by reading it: a ModelError, or one from the system or zlib
 * @returns undefined for a bug
 */
export function faultOf(error: unknown): string | undefined {
  if (error instanceof ModelError) return error.message;
  return error instanceof Error && "code" in error ? `cannot be read: ${error.message}` : undefined;
}

/**
 * Reads word vectors, the most frequent word first: JSON as in the packages of winkNLP, or
 * lines of text as written by word2vec, GloVe and fastText (`.vec`, `.txt`, also with `.gz`).
 * @throws ModelError
 */
export async function readModel(file: string): Promise<Model> {
  const model = file.endsWith(".json") ? await readJson(file) : await readLines(file);
  if (model.words.length < 2) throw new ModelError("contains no word vectors");
  return model;
}

/** Collects words until there are enough. */
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
    // In a row, the vector is followed by its length and the number of the word.
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
      // The first line of word2vec and fastText files has the numbers of words and dimensions.
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
  // pipe() does not forward read errors.
  stream.once("error", (error) => gunzip.destroy(error));
  return stream.pipe(gunzip);
}
