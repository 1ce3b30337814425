import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zipf } from "./random.ts";

/** Writes meaningless sentences from the vocabulary of news, which compress and break into lines as news does. */
export type Prose = { words: (count: number) => string; paragraph: (words: number) => string };

/** The 3,000 most frequent words of the sample edition, most frequent first. Not updated with it, so that years remain comparable. */
const VOCABULARY = readFileSync(join(import.meta.dirname, "words.txt"), "utf8")
  .trim()
  .split("\n");

export function prose(random: () => number): Prose {
  const choose = zipf(VOCABULARY.length, random);
  const words = (count: number) => capital(Array.from({ length: count }, () => VOCABULARY[choose()]).join(" "));
  const paragraph = (count: number) => {
    const sentences: string[] = [];
    for (let left = count; left > 0;) {
      const length = Math.min(left, 8 + Math.floor(random() * 16));
      sentences.push(`${words(length)}.`);
      left -= length;
    }
    return sentences.join(" ");
  };
  return { words, paragraph };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
