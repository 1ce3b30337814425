import { createRequire } from "node:module";
import type hyphen from "hyphen";

/** The languages that build words longer than a phone's line, with their breaking patterns (TeX's). */
const PATTERNS = new Map([
  ["de", "hyphen/patterns/de-1996.js"],
  ["fi", "hyphen/patterns/fi.js"],
  ["nl", "hyphen/patterns/nl.js"],
]);

/** The letters of the shortest word that is broken, and of the shortest part at either end of one. */
const LONG = 15;
const PART = 5;
const SOFT_HYPHEN = "\u00ad";
const WORD = /[\p{L}\p{M}]+/gu;

/** The package and its patterns take long to load, and most editions have no word for them. */
const load = createRequire(import.meta.url);

const hyphenators = new Map<string, ReturnType<typeof hyphen>>();

/**
 * A headline with soft hyphens (U+00AD) in its long words, since browsers may lack a dictionary.
 * @param language the headline's, a BCP 47 tag
 * @returns undefined where it would be the headline itself
 */
export function hyphenated(headline: string, language: string): string | undefined {
  const [primary = ""] = language.toLowerCase().split("-");
  const patterns = PATTERNS.get(primary);
  if (!patterns || headline.includes(SOFT_HYPHEN)) return undefined;
  const text = headline.replace(WORD, (word) => (word.length < LONG ? word : parted(word, primary, patterns)));
  return text === headline ? undefined : text;
}

function parted(word: string, language: string, patterns: string): string {
  const hyphenator = hyphenators.get(language) ?? hyphenatorOf(patterns);
  hyphenators.set(language, hyphenator);
  const parts = hyphenator(word);
  return typeof parts === "string" ? withLongEnds(parts, word.length) : word;
}

function hyphenatorOf(patterns: string): ReturnType<typeof hyphen> {
  const make: typeof hyphen = load("hyphen");
  return make(load(patterns));
}

/** Drops the breaks that would leave a scrap of a word on a line. */
function withLongEnds(parts: string, length: number): string {
  return parts.split(SOFT_HYPHEN).reduce((start, part) => {
    const before = start.replaceAll(SOFT_HYPHEN, "").length;
    return start + (before >= PART && length - before >= PART ? SOFT_HYPHEN : "") + part;
  });
}
