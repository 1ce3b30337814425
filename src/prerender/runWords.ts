import { runInThisContext } from "node:vm";
import type { WordFiles } from "#content/words/wordFiles.ts";
import { type LoadWords, setWords } from "#reader/i18n/loadCatalogue.ts";

/** Has the reader say what a site's scripts say, here as in browsers. */
export function setWordsOf(files: WordFiles): void {
  const scripts = { page: run(files.page), more: run(files.more) };
  const load: LoadWords = (name) => Promise.resolve(scripts[name]);
  setWords(load);
}

/** @param code a script of a site's words, which the compiler has made */
export const run = (code: string) => ({ default: runInThisContext(`(${code.replace(/^export default |;\n$/gu, "")})`) });
