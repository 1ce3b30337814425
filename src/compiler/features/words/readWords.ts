import { type WordFiles, wordFiles, type Words } from "#content/words/wordFiles.ts";
import { LANGUAGES, ownWords } from "./ownWords.ts";
import type { PaperWords } from "./paperWords.ts";

/**
 * The words of a site for the two scripts that contain them: Broadsheet's own in its language,
 * with the paper's changes. All regions of a language share its words, except for the paper's
 * changes for one; a language without words gets English.
 * @param language of the edition, a BCP 47 tag: "de", "de-AT"
 * @param paper the paper's own words; without them, only Broadsheet's are used
 */
export function readWords(language: string, paper: PaperWords = new Map()): WordFiles {
  const { words, language: said } = wordsIn(language, paper);
  return wordFiles(words, ownWords("en"), said);
}

/** @returns the words for a language, and the language that they are in */
export function wordsIn(language: string, paper: PaperWords): { words: Words; language: string } {
  const tag = language.toLowerCase();
  const [primary = ""] = tag.split("-");
  const own = [paper.get(primary), ...(tag === primary ? [] : [paper.get(tag)])].filter((words) => words !== undefined);
  const known = LANGUAGES.includes(primary) ? ownWords(primary) : undefined;
  if (!known && own.length === 0) return { words: ownWords("en"), language: "en" };
  return { words: own.reduce(withWords, known ?? {}), language: primary };
}

function withWords(words: Words, more: Words): Words {
  const groups = [...new Set([...Object.keys(words), ...Object.keys(more)])];
  return Object.fromEntries(groups.map((group) => [group, together(words[group] ?? {}, more[group] ?? {})]));
}

function together<T extends Words[string]>(some: T, more: T): T {
  const said = Object.entries(more).map(([name, each]) => {
    const before = some[name];
    return [name, typeof each === "object" && typeof before === "object" ? { ...before, ...each } : each];
  });
  return { ...some, ...Object.fromEntries(said) };
}
