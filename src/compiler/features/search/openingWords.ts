import { documentWords, LEVELS } from "static-search/build";
import { isUnspaced } from "static-search/text/tokens";
import type { Article } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { fieldsOf } from "./editionIndex.ts";

/** How much of a body is read, in UTF-16 units: the beginning of a story says what it is about. */
const OPENING = 900;

/** The most words kept per story: enough that some are left when the common words of the language are removed later. */
const MOST_WORDS = 96;

/** A word is packed as its hash and, in the last bits, its impact in the story. */
export const hashOf = (packed: number): number => packed >>> LEVEL_BITS;
export const levelOf = (packed: number): number => packed % 2 ** LEVEL_BITS;
const LEVEL_BITS = Math.ceil(Math.log2(LEVELS));

/**
 * The strongest words in the beginning of a story, as unsigned 32-bit numbers in base64. They
 * depend on the story alone, so that they can be kept for the next build. They are hashes because the
 * words of an archive as texts take four times the space, and a rare collision
 * does no harm.
 */
export function openingWords(article: Article): string {
  // Each new post of a live blog would change what it is about, and all strips would have to be made again.
  const body = article.liveBlog ? article.body.filter(({ type }) => type !== "post") : article.body;
  const begun = { ...article, body: opening(body) };
  const words = [...documentWords(fieldsOf(begun))]
    .filter(([word]) => isWord(word))
    .toSorted(([, a], [, b]) => b.level - a.level)
    .slice(0, MOST_WORDS)
    .map(([word, { level }]) => ((hash(word) << LEVEL_BITS) | level) >>> 0);
  return Buffer.from(Uint32Array.from(words).buffer).toString("base64");
}

/** The words in a story's beginning, packed. @param words as openingWords gives them */
export function unpackedWords(words: string): Uint32Array {
  const bytes = Buffer.from(words, "base64");
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

function opening(body: Block[]): Block[] {
  let length = 0;
  const until = body.findIndex((block) => (length += plainText([block]).length) > OPENING);
  return until === -1 ? body : body.slice(0, until + 1);
}

const LETTERS = /^\p{L}+$/u;

/** Excludes numbers and words of fewer than three letters, or two in scripts without spaces, which are indexed in pairs. */
function isWord(word: string): boolean {
  if (!LETTERS.test(word)) return false;
  return word.length >= 3 || (word.length === 2 && isUnspaced(word.codePointAt(0) ?? 0));
}

/** FNV-1a over UTF-16 units. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value;
}
