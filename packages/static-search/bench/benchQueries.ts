import type { Document } from "../src/build.ts";
import type { SearchOptions } from "../src/index.ts";
import { inventedWord, random } from "./inventedWords.ts";

export type BenchQuery = { kind: string; query: string; options?: SearchOptions };

/**
 * Fifty queries as readers type them, made from documents spread over the
 * archive: words of titles, words of the text, frequent words together,
 * phrases, beginnings, mistyped words, fields.
 */
export function benchQueries(documents: readonly Document[]): BenchQuery[] {
  const next = random(7);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const one = (): Document | undefined => pick(documents);
  const titleWords = (many: number): string =>
    textOf(one(), "title")
      .split(" ")
      .filter((word) => word.length > 4)
      .slice(0, many)
      .join(" ");
  const bodyWords = (from: number, many: number): string => {
    return textOf(one(), "body")
      .replaceAll(".", "")
      .split(" ")
      .slice(from, from + many)
      .join(" ");
  };
  const frequent = (): string => inventedWord(120 + Math.floor(next() * 250));
  const mistyped = (): string => {
    const word = titleWords(1);
    return word.slice(0, 2) + word.slice(3);
  };
  const times = (many: number, kind: string, make: () => string, options?: SearchOptions): BenchQuery[] =>
    Array.from({ length: many }, () => ({ kind, query: make(), ...(options && { options }) }));
  return [
    ...times(6, "one word", () => titleWords(1)),
    ...times(10, "two words", () => titleWords(2)),
    ...times(6, "three words", () => titleWords(3)),
    ...times(4, "words of the text", () => bodyWords(4, 3)),
    ...times(3, "one frequent word", frequent),
    ...times(5, "two frequent words", () => `${frequent()} ${frequent()}`),
    ...times(4, "phrase", () => `"${bodyWords(10, 2)}"`),
    ...times(4, "beginning", () => titleWords(2).slice(0, -2), { typing: true }),
    ...times(3, "mistyped", mistyped),
    ...times(2, "topic and word", () => `topic:${one()?.facets["topic"]?.[0]?.slug ?? ""} ${titleWords(1)}`),
    ...times(1, "year and word", () => `on:2019 ${titleWords(1)}`),
    ...times(1, "title", () => `title:${titleWords(1)}`),
    ...times(1, "or, not", () => `${titleWords(1)} OR ${titleWords(1)} -${frequent()}`),
  ];
}

/** The first text of a field. */
const textOf = (document: Document | undefined, field: string): string => [document?.fields[field] ?? ""].flat()[0] ?? "";
