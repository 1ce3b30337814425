import type { Block } from "#content/block.ts";
import { plainText } from "#content/plainText.ts";

/** Words a minute in alphabets (Brysbaert 2019: 238 in English), and characters a minute in Chinese and Japanese, which part no words. */
const WORDS = 230;
const CHARACTERS = 500;

const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** How long a text takes to read, in whole minutes, at least one. */
export function readingMinutes(body: Block[]): number {
  // What is said in a recording is heard.
  const text = plainText(body.filter(({ type }) => type !== "audio" && type !== "video"));
  // Most texts end below the first of these scripts, and a plain search is many times faster than one by script.
  const characters = /[\u2E80-\u{3FFFF}]/u.test(text) ? (text.match(CHARACTER)?.length ?? 0) : 0;
  const words = (characters === 0 ? text : text.replace(CHARACTER, " ")).match(/\S+/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS + characters / CHARACTERS));
}
