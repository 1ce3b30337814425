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
 * The strongest words in the beginning of a story, then a space and the names in
 * it, each list as unsigned 32-bit numbers in base64. They depend on the story
 * alone, so that they can be kept for the next build. They are hashes because the
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
  const names = namesIn(`${article.standfirst ?? ""}\n${plainText(begun.body)}`).map((name) => hash(name) >>> 0);
  return `${packed(words)} ${packed(names)}`;
}

const packed = (numbers: number[]): string => Buffer.from(Uint32Array.from(numbers).buffer).toString("base64");

/** The words in a story's beginning, packed. @param words as openingWords gives them */
export const unpackedWords = (words: string): Uint32Array => unpacked(words.split(" ")[0]);

/** The names in a story's beginning, by their hashes. @param words as openingWords gives them */
export const unpackedNames = (words: string): Uint32Array => unpacked(words.split(" ")[1]);

function unpacked(numbers = ""): Uint32Array {
  const bytes = Buffer.from(numbers, "base64");
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** Adjacent capitalised words: mostly a person, an organisation or a place. */
const NAME = /\p{Lu}[\p{L}\p{M}’'-]+(?:\s+\p{Lu}[\p{L}\p{M}’'-]+)+/gu;
const MOST_NAMES = 24;

function namesIn(text: string): string[] {
  return [...new Set(text.match(NAME)?.map((name) => name.replace(/\s+/gu, " ").replace(/['’]s$/u, "")))].slice(0, MOST_NAMES);
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
