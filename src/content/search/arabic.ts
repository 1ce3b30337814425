/** What is written together with the word after it: conjunction, preposition and article (the prefixes of the stemmer "light10"). */
const PREFIXES = ["وال", "بال", "كال", "فال", "ولل", "ال", "لل"];

const ARABIC = /^[\u0620-\u064a]/u;

/** An Arabic word, folded, without the article and what stands before it; undefined when there is none. */
export function withoutArticle(word: string): string | undefined {
  if (!ARABIC.test(word)) return undefined;
  const prefix = PREFIXES.find((candidate) => word.startsWith(candidate) && word.length - candidate.length >= 2);
  if (prefix !== undefined) return word.slice(prefix.length);
  return word.startsWith("و") && word.length >= 4 ? word.slice(1) : undefined;
}
