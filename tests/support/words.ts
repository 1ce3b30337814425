import { readWords } from "#compiler/words/readWords.ts";
import { run } from "#prerender/runWords.ts";
import { parts, setWords, type LoadWords } from "#reader/i18n/loadCatalogue.ts";
import type { MoreWords, Words } from "#reader/i18n/wordTypes.ts";

const known = new Map<string, { page: { default: (make: typeof parts) => Words }; more: { default: (make: typeof parts) => MoreWords } }>();

function scriptsOf(language: string) {
  const files = readWords(language);
  const scripts = known.get(files.page) ?? { page: run(files.page), more: run(files.more) };
  known.set(files.page, scripts);
  return scripts;
}

/** All that the reader says in a language: what every page says, and what its parts say by their names. */
export function wordsIn(language: string): { page: Words } & MoreWords {
  const { page, more } = scriptsOf(language);
  return { page: page.default(parts), ...more.default(parts) };
}

export const loadWords: LoadWords = async (name, language) => scriptsOf(language)[name];

// No page names the words of a test.
setWords(loadWords);
