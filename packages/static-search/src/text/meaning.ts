import { eachToken } from "./tokens.ts";

/** The number of dimensions of a vector. Two texts are about the same if their vectors point in the same direction. */
export const DIMENSIONS = 64;

export type Vector = Float32Array;

/** A word's vector, of length 1, and its weight from 0 to 1: the rarer the word, the higher. */
export type WordVector = { vector: Vector; weight: number };

/** Finds a folded word in one language. */
export type FindWord = (word: string) => WordVector | undefined;

/** The words of a text, folded, in order. */
export function meantWords(text: string): string[] {
  const words: string[] = [];
  eachToken(text, (word, _start, _end, _position, kind) => {
    if (kind === "word" || kind === "pair") words.push(word);
  });
  return words;
}

/** A running sum of word vectors. */
export class MeaningSum {
  readonly vector: Vector = new Float32Array(DIMENSIONS);

  /** @param factor how often the word counts */
  add({ vector, weight }: WordVector, factor = 1): void {
    for (let at = 0; at < DIMENSIONS; at += 1) this.vector[at] = (this.vector[at] ?? 0) + (vector[at] ?? 0) * weight * factor;
  }
}

/** The vector of length 1 in the same direction; a zero vector stays as it is. */
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

/** Endings that are removed from an unknown word, and those that are then added instead. */
const ENDINGS: Record<string, { off: string[]; on: string[] }> = {
  de: { off: ["en", "er", "es", "em", "e", "n", "s", "t", "st", "te", "ten"], on: ["", "en", "e"] },
  nl: { off: ["en", "e", "s", "t"], on: ["", "en", "e"] },
  en: { off: ["es", "s", "ed", "ing"], on: ["", "e"] },
};

/** The minimum number of letters of a stem or a part of a compound. */
const SHORTEST = 4;

/** The vector of a word, or of a form of it that is known. */
export function findForm(word: string, language: string, find: FindWord): WordVector | undefined {
  const known = find(word);
  if (known) return known;
  for (const form of forms(word, language)) {
    const found = find(form);
    if (found) return found;
  }
  return undefined;
}

/** The forms under which an unknown word may be known, in the order in which they are looked up. */
export function forms(word: string, language: string): string[] {
  const { off, on } = ENDINGS[language] ?? { off: [], on: [] };
  const stems = off.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
  return stems.filter(({ length }) => length >= SHORTEST).flatMap((stem) => on.map((other) => stem + other));
}

/** Languages that write compounds as one word, and their linking letters. */
const COMPOUNDING: Record<string, string[]> = { de: ["s", "n", "es", "en"], nl: ["s", "en"], sv: ["s"], da: ["s", "e"], nb: ["s", "e"] };

/** A possible split of a compound: a known first part, and the rest. */
export type Split = { first: WordVector; rest: string };

/** How many splits of a word are tried. */
const MOST_SPLITS = 2;

/** The possible splits of an unknown word, longest first part first. */
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

/** The meaning of a compound: that of both its parts. */
export function compound(first: WordVector, second: WordVector): WordVector {
  const sum = new MeaningSum();
  sum.add(first);
  sum.add(second);
  return { vector: unit(sum.vector), weight: Math.max(first.weight, second.weight) };
}

/** The meaning of a word, if all words are loaded. */
export function meaningOf(word: string, language: string, find: FindWord): WordVector | undefined {
  const known = findForm(word, language, find);
  if (known) return known;
  for (const { first, rest } of splits(word, language, find)) {
    const second = findForm(rest, language, find);
    if (second) return compound(first, second);
  }
  return undefined;
}
