import { eachToken } from "./tokens.ts";

/** Numbers of a vector. Two texts are about the same where theirs point the same way. */
export const DIMENSIONS = 64;

export type Vector = Float32Array;

/** A word's direction, of length 1, and how much the word says: from 0 to 1, the more the rarer it is. */
export type WordVector = { vector: Vector; weight: number };

/** Finds a folded word of the language that is asked in. */
export type FindWord = (word: string) => WordVector | undefined;

/** The words of a text, folded, in their order. */
export function meantWords(text: string): string[] {
  const words: string[] = [];
  eachToken(text, (word, _start, _end, _position, kind) => {
    if (kind === "word" || kind === "pair") words.push(word);
  });
  return words;
}

/** A sum of words as they are found one after another. */
export class MeaningSum {
  readonly vector: Vector = new Float32Array(DIMENSIONS);

  /** @param factor how often the word counts */
  add({ vector, weight }: WordVector, factor = 1): void {
    for (let at = 0; at < DIMENSIONS; at += 1) this.vector[at] = (this.vector[at] ?? 0) + (vector[at] ?? 0) * weight * factor;
  }
}

/** A vector of length 1 in the same direction; one without any stays as it is. */
export function unit(vector: Vector): Vector {
  const length = Math.sqrt(similarity(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

/** The cosine of two vectors of length 1. */
export function similarity(a: Vector, b: Vector): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Endings that are taken off a word that is not known as it is, and what then stands in their place. */
const ENDINGS: Record<string, { off: string[]; on: string[] }> = {
  de: { off: ["en", "er", "es", "em", "e", "n", "s", "t", "st", "te", "ten"], on: ["", "en", "e"] },
  nl: { off: ["en", "e", "s", "t"], on: ["", "en", "e"] },
  en: { off: ["es", "s", "ed", "ing"], on: ["", "e"] },
};

/** A beginning of fewer letters is not looked for. */
const SHORTEST = 4;

/** A word, or the form of it that is known. */
export function findForm(word: string, language: string, find: FindWord): WordVector | undefined {
  const known = find(word);
  if (known) return known;
  for (const form of forms(word, language)) {
    const found = find(form);
    if (found) return found;
  }
  return undefined;
}

/** What of a word may be known where it is not, in the order in which that is looked for. */
export function forms(word: string, language: string): string[] {
  const { off, on } = ENDINGS[language] ?? { off: [], on: [] };
  const stems = off.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
  return stems.filter(({ length }) => length >= SHORTEST).flatMap((stem) => on.map((other) => stem + other));
}

/** Languages that write two nouns as one word, and what they write between them. */
const COMPOUNDING: Record<string, string[]> = { de: ["s", "n", "es", "en"], nl: ["s", "en"], sv: ["s"], da: ["s", "e"], nb: ["s", "e"] };

/** What a compound may be made of: a beginning that is known, and what is left. */
export type Split = { first: WordVector; rest: string };

/** How many ways to divide a word are tried. */
const MOST_SPLITS = 2;

/** How a word that is not known may be parted, the longest beginning first. */
export function splits(word: string, language: string, find: FindWord): Split[] {
  const between = COMPOUNDING[language];
  const found: Split[] = [];
  if (!between) return found;
  for (let at = word.length - SHORTEST; at > SHORTEST && found.length < MOST_SPLITS; at -= 1) {
    const beginning = word.slice(0, at);
    const bare = between.filter((letters) => beginning.endsWith(letters)).map((letters) => beginning.slice(0, -letters.length));
    const first = [beginning, ...bare.filter(({ length }) => length > SHORTEST), `${beginning}e`].map(find).find(Boolean);
    if (first) found.push({ first, rest: word.slice(at) });
  }
  return found;
}

/** What a compound means: both its parts. */
export function compound(first: WordVector, second: WordVector): WordVector {
  const sum = new MeaningSum();
  sum.add(first);
  sum.add(second);
  return { vector: unit(sum.vector), weight: Math.max(first.weight, second.weight) };
}

/** What a word means, where all words are at hand. */
export function meaningOf(word: string, language: string, find: FindWord): WordVector | undefined {
  const known = findForm(word, language, find);
  if (known) return known;
  for (const { first, rest } of splits(word, language, find)) {
    const second = findForm(rest, language, find);
    if (second) return compound(first, second);
  }
  return undefined;
}
