import { accountEn } from "#reader/i18n/catalogues/account/en.ts";
import { en } from "#reader/i18n/catalogues/en.ts";
import { libraryEn, type LibraryWords } from "#reader/i18n/catalogues/library/en.ts";
import { searchEn } from "#reader/i18n/catalogues/search/en.ts";
import { exportEn, type ExportWords } from "#reader/i18n/catalogues/export/en.ts";

/** The catalogue with every text inside ⟦ and ⟧: what stands outside of them on a page did not come from it. */
export const pseudoWords = bracketed({ ...en, ...searchEn, ...accountEn });

export const pseudoLibraryWords: LibraryWords & ExportWords = bracketed({ ...libraryEn, ...exportEn });

function bracketed<T extends object>(texts: T): T {
  return new Proxy(texts, { get: (target, key, receiver) => bracketedValue(Reflect.get(target, key, receiver)) });
}

function bracketedValue(value: unknown): unknown {
  if (typeof value === "string") return `⟦${value}⟧`;
  if (typeof value === "function") return (...values: unknown[]) => bracketedValue(Reflect.apply(value, undefined, values));
  return typeof value === "object" && value !== null ? bracketed(value) : value;
}
