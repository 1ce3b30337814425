import type { Article } from "#content/article.ts";
import { inlineText } from "#content/blocks/plainText.ts";

/** How much of a story was read. `done` is from 0 to 1, `left` in minutes. */
export type ReadProgress = { paragraph: number; count: number; done: number; left: number };

/** @param place the number of the paragraph, from 1, and the offset in its text */
export function progressOf(article: Article, place: { paragraph: number; offset: number }): ReadProgress {
  const lengths = article.body.flatMap((block) => (block.type === "paragraph" ? [inlineText(block.children).length] : []));
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const read = sum(lengths.slice(0, place.paragraph - 1)) + Math.min(place.offset, lengths[place.paragraph - 1] ?? 0);
  const done = Math.min(1, read / Math.max(1, sum(lengths)));
  return { paragraph: place.paragraph, count: lengths.length, done, left: Math.max(1, Math.round(article.readingMinutes * (1 - done))) };
}
