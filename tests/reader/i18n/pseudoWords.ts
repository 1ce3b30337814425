import type { ExportWords, LibraryWords } from "#reader/i18n/wordTypes.ts";
import { loadWords, wordsIn } from "../../support/words.ts";
import type { LoadWords } from "#reader/i18n/loadCatalogue.ts";

const { page, search, account, library, export: takeout } = wordsIn("en");

/** The catalogue with every text inside ⟦ and ⟧: what stands outside of them on a page did not come from it. */
export const pseudoWords = bracketed({ ...page, ...search, ...account });

export const pseudoLibraryWords: LibraryWords & ExportWords = bracketed({ ...library, ...takeout });

/** The same for parts of a page that bring their words along. */
export const loadPseudoWords: LoadWords = async (name, language) => {
  const script = await loadWords(name, language);
  return { ...script, default: (parts) => bracketed(script.default(parts)) };
};

function bracketed<T extends object>(texts: T): T {
  return new Proxy(texts, { get: (target, key, receiver) => bracketedValue(Reflect.get(target, key, receiver)) });
}

function bracketedValue(value: unknown): unknown {
  if (typeof value === "string") return `⟦${value}⟧`;
  if (typeof value === "function") return (...values: unknown[]) => bracketedValue(Reflect.apply(value, undefined, values));
  return typeof value === "object" && value !== null ? bracketed(value) : value;
}
