import { runInThisContext } from "node:vm";
import type { WordFiles } from "#content/words/wordFiles.ts";
import { type LoadWords, setWords } from "#reader/i18n/loadCatalogue.ts";

/**
 * Gives the reader the words of a site's scripts, as in browsers.
 * @param others the words of editions in other languages
 */
export function setWordsOf(files: WordFiles, others: { edition: { language: string }; words: WordFiles }[] = []): void {
  const scriptsOf = ({ page, more }: WordFiles) => ({ page: run(page), more: run(more) });
  const scripts = scriptsOf(files);
  const byLanguage = new Map(others.map(({ edition, words }) => [edition.language, scriptsOf(words)]));
  const load: LoadWords = (name, language) => Promise.resolve((byLanguage.get(language) ?? scripts)[name]);
  setWords(load);
}

/** @param code a script of a site's words, made by the compiler */
export const run = (code: string) => ({ default: runInThisContext(`(${code.replace(/^export default |;\n$/gu, "")})`) });
