import type { Article } from "../../src/content/article.ts";
import { inlineText } from "../../src/content/plainText.ts";
import type { SearchOptions } from "../../src/content/search/results.ts";
import { inventedWord } from "./inventedWords.ts";
import { random } from "./random.ts";

export type BenchQuery = { kind: string; query: string; options?: SearchOptions };

/**
 * Fifty queries as readers type them, made from stories spread over the
 * archive: words of headlines, words of the text, frequent words together,
 * phrases, beginnings, mistyped words, fields.
 */
export function benchQueries(stories: readonly Article[]): BenchQuery[] {
  const next = random(7);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const story = (): Article | undefined => pick(stories);
  const headlineWords = (many: number): string =>
    (story()?.headline.split(" ") ?? [])
      .filter((word) => word.length > 4)
      .slice(0, many)
      .join(" ");
  const bodyWords = (from: number, many: number): string => {
    const [block] = story()?.body ?? [];
    const text = block?.type === "paragraph" ? inlineText(block.children) : "";
    return text
      .replaceAll(".", "")
      .split(" ")
      .slice(from, from + many)
      .join(" ");
  };
  const frequent = (): string => inventedWord(120 + Math.floor(next() * 250));
  const mistyped = (): string => {
    const word = headlineWords(1);
    return word.slice(0, 2) + word.slice(3);
  };
  const times = (many: number, kind: string, make: () => string, options?: SearchOptions): BenchQuery[] =>
    Array.from({ length: many }, () => ({ kind, query: make(), ...(options && { options }) }));
  return [
    ...times(6, "one word", () => headlineWords(1)),
    ...times(10, "two words", () => headlineWords(2)),
    ...times(6, "three words", () => headlineWords(3)),
    ...times(4, "words of the text", () => bodyWords(4, 3)),
    ...times(3, "one frequent word", frequent),
    ...times(5, "two frequent words", () => `${frequent()} ${frequent()}`),
    ...times(4, "phrase", () => `"${bodyWords(10, 2)}"`),
    ...times(4, "beginning", () => headlineWords(2).slice(0, -2), { typing: true }),
    ...times(3, "mistyped", mistyped),
    ...times(2, "topic and word", () => `topic:${story()?.topics[0]?.slug ?? ""} ${headlineWords(1)}`),
    ...times(1, "year and word", () => `on:2019 ${headlineWords(1)}`),
    ...times(1, "title", () => `title:${headlineWords(1)}`),
    ...times(1, "or, not", () => `${headlineWords(1)} OR ${headlineWords(1)} -${frequent()}`),
  ];
}
