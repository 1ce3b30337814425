import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useEditionLanguage } from "../edition/EditionContext.ts";
import { loadMore, loadPart } from "../i18n/loadCatalogue.ts";
import type { LibraryWords, MoreWords } from "../i18n/wordTypes.ts";

/** The library's part of the catalogue, in the edition's language. */
export const libraryWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "library", language], queryFn: () => loadPart(language, "library"), staleTime: Infinity });

/** The words for exporting and importing a library, which nothing else needs. */
export const exportWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "export", language], queryFn: () => loadPart(language, "export"), staleTime: Infinity });

export function useLibraryWords(): LibraryWords {
  const language = useEditionLanguage();
  return useSuspenseQuery(libraryWordsQuery(language)).data;
}

/** The words that all parts of the reader use, once they have loaded, for a part of a page that must not wait for them. */
export function useMoreWords(): MoreWords | undefined {
  const language = useEditionLanguage();
  return useQuery({ queryKey: ["words", "more", language], queryFn: () => loadMore(language), staleTime: Infinity }).data;
}

/** For words outside the page's React tree, in the toast. */
export function libraryWordsOfPage(): Promise<LibraryWords> {
  return loadPart(document.documentElement.lang, "library");
}
