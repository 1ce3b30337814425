import type hyphen from "hyphen";

/** The languages whose compounds can be longer than a line on a phone, with their TeX hyphenation patterns. */
const PATTERNS = new Map([
  ["de", () => import("hyphen/patterns/de-1996.js")],
  ["fi", () => import("hyphen/patterns/fi.js")],
  ["nl", () => import("hyphen/patterns/nl.js")],
]);

/** The shortest word that is hyphenated, and the shortest part at either end of it, in letters. */
const LONG = 15;
const PART = 5;
const SOFT_HYPHEN = "\u00ad";
const WORD = /[\p{L}\p{M}]+/gu;

const hyphenators = new Map<string, ReturnType<typeof hyphen>>();

const primaryOf = (language: string): string => language.toLowerCase().split("-")[0] ?? "";

/**
 * Prepares `hyphenated` for the languages of an edition: the patterns are slow to load, and most editions do not need them.
 * @param languages BCP 47 tags
 */
export async function loadHyphenation(languages: Iterable<string>): Promise<void> {
  for (const language of new Set(Array.from(languages, primaryOf))) {
    const load = PATTERNS.get(language);
    if (!load || hyphenators.has(language)) continue;
    const [{ default: make }, { default: patterns }] = await Promise.all([import("hyphen"), load()]);
    hyphenators.set(language, make(patterns));
  }
}

/**
 * A headline with soft hyphens (U+00AD) in its long words, since browsers may lack a dictionary.
 * @param language the BCP 47 tag of the headline, see loadHyphenation
 * @returns undefined if there is nothing to hyphenate
 */
export function hyphenated(headline: string, language: string): string | undefined {
  const hyphenator = hyphenators.get(primaryOf(language));
  if (!hyphenator || headline.includes(SOFT_HYPHEN)) return undefined;
  const text = headline.replace(WORD, (word) => (word.length < LONG ? word : parted(word, hyphenator)));
  return text === headline ? undefined : text;
}

function parted(word: string, hyphenator: ReturnType<typeof hyphen>): string {
  const parts = hyphenator(word);
  return typeof parts === "string" ? withLongEnds(parts, word.length) : word;
}

/** Removes hyphens that would leave a part that is too short on a line. */
function withLongEnds(parts: string, length: number): string {
  return parts.split(SOFT_HYPHEN).reduce((start, part) => {
    const before = start.replaceAll(SOFT_HYPHEN, "").length;
    return start + (before >= PART && length - before >= PART ? SOFT_HYPHEN : "") + part;
  });
}
