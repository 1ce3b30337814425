import { type MeantDocument, unpackVector, type WordModel } from "static-search/build";
import { DIMENSIONS, meaningOf, meantWords, MeaningSum, unit, type Vector, type WordVector } from "static-search/text/meaning";
import { primaryLanguage } from "static-search/text/stem";
import type { Article } from "#content/article.ts";
import { fieldsOf } from "./editionIndex.ts";
import type { WordMemory } from "../../state/WordMemory.ts";

/** How much of each field is read, in UTF-16 code units: the beginning of a story says what it is about. */
const OPENING = 1500;

/** The weight of a word, by the part of the story that it is in. */
const FACTORS = { title: 3, summary: 2, aside: 1, body: 1 } as const;

/**
 * The vectors of stories, in order. A story whose vector is in the memory is not read.
 * @param first the number of the first story in the index
 */
export function storyVectors(
  articles: readonly Article[],
  first: number,
  model: WordModel,
  memory: WordMemory | undefined,
): MeantDocument[] {
  const vectorOf = vectorMaker(model);
  return articles.flatMap((article, at) => {
    const packed = memory?.of(article, vectorOf) ?? vectorOf(article);
    return packed === "" ? [] : [{ doc: first + at, language: primaryLanguage(article.inLanguage), vector: read(packed) }];
  });
}

/** Returns the function that makes the vector of a story, in base64 with a byte per dimension; empty if none of its words is known. */
function vectorMaker({ languages, words }: WordModel): (article: Article) => string {
  let known: Map<string, WordVector>[] | undefined;
  return (article) => {
    const language = primaryLanguage(article.inLanguage);
    const at = languages.indexOf(language);
    if (at === -1) return "";
    known ??= tables({ languages, words });
    const table = known[at];
    const seen = new Map<string, WordVector | undefined>();
    const find = (word: string): WordVector | undefined => {
      if (!seen.has(word))
        seen.set(
          word,
          meaningOf(word, language, (each) => table?.get(each)),
        );
      return seen.get(word);
    };
    const sum = new MeaningSum();
    const fields = fieldsOf(article);
    for (const [field, factor] of Object.entries(FACTORS)) {
      for (const word of meantWords(openingOf(fields[field] ?? ""))) {
        const meant = find(word);
        if (meant) sum.add(meant, factor);
      }
    }
    return written(unit(sum.vector));
  };
}

const openingOf = (texts: string | readonly string[]): string => (typeof texts === "string" ? texts : texts.join("\n")).slice(0, OPENING);

function tables({ languages, words }: WordModel): Map<string, WordVector>[] {
  const made = languages.map(() => new Map<string, WordVector>());
  for (const { word, language, weight, packed } of words) {
    made[language]?.set(word, { weight: weight / 255, vector: unpackVector(packed) });
  }
  return made;
}

function written(vector: Vector): string {
  if (vector.every((value) => value === 0)) return "";
  return Buffer.from(Int8Array.from(vector, (value) => Math.round(value * 127)).buffer).toString("base64");
}

function read(text: string): Vector {
  const bytes = Int8Array.from(Buffer.from(text, "base64"));
  return unit(Float32Array.from({ length: DIMENSIONS }, (_, at) => bytes[at] ?? 0));
}
