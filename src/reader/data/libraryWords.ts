import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { useEdition } from "../edition/EditionContext.ts";
import { loadLibraryCatalogue } from "../i18n/catalogues/library/loadLibraryCatalogue.ts";
import { loadExportCatalogue } from "../i18n/catalogues/export/loadExportCatalogue.ts";
import type { LibraryWords } from "../i18n/catalogues/library/en.ts";

/** The library's part of the catalogue, in the edition's language. */
export const libraryWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "library", language], queryFn: () => loadLibraryCatalogue(language), staleTime: Infinity });

/** What is said where a library leaves or comes in, which no other place needs. */
export const exportWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "export", language], queryFn: () => loadExportCatalogue(language), staleTime: Infinity });

export function useLibraryWords(): LibraryWords {
  const language = useEdition()?.language ?? "en";
  return useSuspenseQuery(libraryWordsQuery(language)).data;
}

/** For what is said outside of the page's tree, in the toast. */
export function libraryWordsOfPage(): Promise<LibraryWords> {
  return loadLibraryCatalogue(document.documentElement.lang);
}
