import { readWords } from "#compiler/features/words/readWords.ts";
import { run } from "#prerender/runWords.ts";
import { parts, setWords, type LoadWords } from "#reader/i18n/loadCatalogue.ts";
import type { MoreWords, Words } from "#reader/i18n/wordTypes.ts";

type Scripts = { page: { default: (make: typeof parts) => Words }; more: { default: (make: typeof parts) => MoreWords } };

/** By language, as a test needs them for every page that it shows. */
const known = new Map<string, Scripts>();

function scriptsOf(language: string) {
  const scripts = known.get(language) ?? made(language);
  known.set(language, scripts);
  return scripts;
}

function made(language: string): Scripts {
  const files = readWords(language);
  return { page: run(files.page), more: run(files.more) };
}

/** All interface text in a language: the words of every page, and those of parts by name. */
export function wordsIn(language: string): { page: Words } & MoreWords {
  const { page, more } = scriptsOf(language);
  return { page: page.default(parts), ...more.default(parts) };
}

export const loadWords: LoadWords = async (name, language) => scriptsOf(language)[name];

// In a test, no page names the scripts with its words.
setWords(loadWords);
