import { queryOptions } from "@tanstack/react-query";
import { loadCatalogue, loadPart } from "../i18n/loadCatalogue.ts";

/** The words of parts that most visits never show. */
export const searchWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "search", language], queryFn: () => withEvery(language, "search"), staleTime: Infinity });

export const accountWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "account", language], queryFn: () => withEvery(language, "account"), staleTime: Infinity });

/** The words of a part, with those of every page. */
async function withEvery<Part extends "search" | "account">(language: string, part: Part) {
  const [ofEveryPage, ofPart] = await Promise.all([loadCatalogue(language), loadPart(language, part)]);
  return { ...ofEveryPage, ...ofPart };
}
