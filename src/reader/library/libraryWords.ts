import { type QueryClient, queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { editionQuery } from "../data/queries.ts";
import { useEdition } from "../shell/EditionContext.ts";
import { libraryWordsFor } from "../words/library/libraryWordsFor.ts";
import type { LibraryWords } from "../words/library/en.ts";

/** The library's part of the catalogue, in the edition's language. */
export const libraryWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "library", language], queryFn: () => libraryWordsFor(language), staleTime: Infinity });

export async function bringLibraryWords(client: QueryClient): Promise<void> {
  const { language } = await client.ensureQueryData(editionQuery());
  await client.ensureQueryData(libraryWordsQuery(language));
}

export function useLibraryWords(): LibraryWords {
  const language = useEdition()?.language ?? "en";
  return useSuspenseQuery(libraryWordsQuery(language)).data;
}

/** For what is said outside of the page's tree, in the toast. */
export function libraryWordsOfPage(): Promise<LibraryWords> {
  return libraryWordsFor(document.documentElement.lang);
}
