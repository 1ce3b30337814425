import { readFile } from "node:fs/promises";
import { fold } from "static-search/text/fold";
import { compound, findForm, meantWords, MeaningSum, similarity, splits, unit, type WordVector } from "static-search/text/meaning";
import { ModelError } from "./modelFiles.ts";

/** A word with its vector, and its rank by frequency. */
export type RankedWord = WordVector & { rank: number };

/** How many words of a dictionary are used: those with the commonest translations. */
const MOST_WORDS = 90_000;

/** A longer word is a compound, which the search splits. */
const LONGEST = 24;

/** A translation with more words is an explanation. */
const MOST_TRANSLATED = 3;

/** A word that is only translated by several words is ranked this many places lower. */
const EXPLAINED = 20_000;

/** A translation whose words all weigh less is ignored. */
const LEAST_WEIGHT = 0.2;

/** Annotations beside words: grammar in braces, fields in brackets, remarks in parentheses, pronunciation between slashes. */
const ASIDE = /\{[^}]*\}|\[[^\]]*\]|\([^)]*\)|\/[^/]*\//gu;

/** Placeholders for a subject or object, such as "sb" and "jdn", and the "to" of infinitives. */
const ANYONE = /(?<=^|\s)(?:to|sth|sb|so|jdn|jdm|jds|etw|sich)\.?(?=\s|$)/gu;

/**
 * Gives the words of a language the vectors of their translations in a dictionary. Both languages then
 * share one vector space: a query in one finds texts in the other.
 * @param file in the format of Ding: `word; same | form :: word; same | form` in each line
 * @param language the language of its words
 * @param known the words of the other language
 * @throws ModelError
 */
export async function readDictionary(
  file: string,
  language: string,
  known: ReadonlyMap<string, RankedWord>,
): Promise<Map<string, RankedWord>> {
  const gathered = new Map<string, { sum: MeaningSum; times: number; rank: number; weight: number }>();
  for (const [word, translation, place] of pairsOf(await readFile(file, "utf8"))) {
    const meant = meaningOf(translation, known);
    if (!meant) continue;
    const entry = gathered.get(word) ?? { sum: new MeaningSum(), times: 0, rank: Infinity, weight: 0 };
    // A dictionary gives the most common meaning first.
    entry.sum.add({ vector: meant.vector, weight: 1 }, 1 / ((1 + place) * (1 + entry.times / 2)));
    entry.times += 1;
    if (meant.rank < entry.rank) [entry.rank, entry.weight] = [meant.rank, meant.weight];
    gathered.set(word, entry);
  }
  if (gathered.size === 0) throw new ModelError("has no line of the form “word :: translation” with a known word");
  const all = new Map([...gathered].map(([word, { sum, rank, weight }]) => [word, { vector: unit(sum.vector), rank, weight }]));
  const needed = [...all].filter(([word, own]) => !hasMeaningOfParts(word, own, language, all));
  return new Map(needed.toSorted(([, a], [, b]) => a.rank - b.rank).slice(0, MOST_WORDS));
}

/** Whether a word is a compound with the meaning of its parts, which the search works out itself: most words of a German dictionary. */
function hasMeaningOfParts(word: string, own: RankedWord, language: string, all: ReadonlyMap<string, RankedWord>): boolean {
  for (const { first, rest } of splits(word, language, (each) => all.get(each))) {
    const second = findForm(rest, language, (each) => all.get(each));
    if (second) return similarity(compound(first, second).vector, own.vector) >= SAME;
  }
  return false;
}

const SAME = 0.5;

/** Each word of one language with each of its translations, and the position of that translation. */
function* pairsOf(text: string): Iterable<[word: string, translation: string, place: number]> {
  for (const line of text.split("\n")) {
    const [left, right] = line.startsWith("#") ? [] : line.split(" :: ");
    if (left === undefined || right === undefined) continue;
    const forms = right.split("|");
    for (const [at, side] of left.split("|").entries()) {
      const words = meanings(side).filter((word) => !/\s/u.test(word) && word.length <= LONGEST);
      const translations = meanings(forms[at] ?? "");
      for (const word of words) for (const [place, translation] of translations.entries()) yield [fold(word), translation, place];
    }
  }
}

const meanings = (side: string): string[] =>
  side
    .split(";")
    .map((meaning) => meaning.replace(ASIDE, " ").replace(ANYONE, " ").replace(/\s+/gu, " ").trim())
    .filter((meaning) => meaning !== "");

function meaningOf(translation: string, known: ReadonlyMap<string, RankedWord>): RankedWord | undefined {
  const found = meantWords(translation).flatMap((word) => known.get(word) ?? []);
  if (found.length === 0 || found.length > MOST_TRANSLATED) return undefined;
  const sum = new MeaningSum();
  for (const word of found) sum.add(word);
  const weight = Math.max(...found.map((word) => word.weight));
  if (weight < LEAST_WEIGHT) return undefined;
  return { vector: unit(sum.vector), weight, rank: Math.max(...found.map(({ rank }) => rank)) + (found.length > 1 ? EXPLAINED : 0) };
}
