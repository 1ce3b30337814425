import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useEdition } from "../edition/EditionContext.ts";
import { loadMore, loadPart } from "../i18n/loadCatalogue.ts";
import type { LibraryWords, MoreWords } from "../i18n/wordTypes.ts";

/** The library's part of the catalogue, in the edition's language. */
export const libraryWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "library", language], queryFn: () => loadPart(language, "library"), staleTime: Infinity });

/** What is said where a library leaves or comes in, which no other place needs. */
export const exportWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "export", language], queryFn: () => loadPart(language, "export"), staleTime: Infinity });

export function useLibraryWords(): LibraryWords {
  const language = useEdition()?.language ?? "en";
  return useSuspenseQuery(libraryWordsQuery(language)).data;
}

/** What all parts of the reader say, once it is here: for a part of a page that may not wait for it. */
export function useMoreWords(): MoreWords | undefined {
  const language = useEdition()?.language ?? "en";
  return useQuery({ queryKey: ["words", "more", language], queryFn: () => loadMore(language), staleTime: Infinity }).data;
}

/** For what is said outside of the page's tree, in the toast. */
export function libraryWordsOfPage(): Promise<LibraryWords> {
  return loadPart(document.documentElement.lang, "library");
}
