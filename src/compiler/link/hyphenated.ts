import { createRequire } from "node:module";
import type hyphen from "hyphen";

/** The languages whose compounds can be longer than a line on a phone, with their TeX hyphenation patterns. */
const PATTERNS = new Map([
  ["de", "hyphen/patterns/de-1996.js"],
  ["fi", "hyphen/patterns/fi.js"],
  ["nl", "hyphen/patterns/nl.js"],
]);

/** The shortest word that is hyphenated, and the shortest part at either end of it, in letters. */
const LONG = 15;
const PART = 5;
const SOFT_HYPHEN = "\u00ad";
const WORD = /[\p{L}\p{M}]+/gu;

/** The package and its patterns are slow to load, and most editions do not need them. */
const load = createRequire(import.meta.url);

const hyphenators = new Map<string, ReturnType<typeof hyphen>>();

/**
 * A headline with soft hyphens (U+00AD) in its long words, since browsers may lack a dictionary.
 * @param language the BCP 47 tag of the headline
 * @returns undefined if there is nothing to hyphenate
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

/** Removes hyphens that would leave a part that is too short on a line. */
function withLongEnds(parts: string, length: number): string {
  return parts.split(SOFT_HYPHEN).reduce((start, part) => {
    const before = start.replaceAll(SOFT_HYPHEN, "").length;
    return start + (before >= PART && length - before >= PART ? SOFT_HYPHEN : "") + part;
  });
}
