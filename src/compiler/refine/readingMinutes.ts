import type { Block } from "#content/block.ts";
import { plainText } from "#content/plainText.ts";

/** Words a minute in alphabets (Brysbaert 2019: 238 in English), and characters a minute in Chinese and Japanese, which part no words. */
const WORDS = 230;
const CHARACTERS = 500;

const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu;

/** Whole minutes, at least one. */
export function readingMinutes(body: Block[]): number {
  const text = plainText(body);
  const characters = text.match(CHARACTER)?.length ?? 0;
  const words = text.replace(CHARACTER, " ").match(WORD)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS + characters / CHARACTERS));
}
