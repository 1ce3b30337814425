import { queryOptions } from "@tanstack/react-query";
import { loadCatalogue, loadPart } from "../i18n/loadCatalogue.ts";

/** What parts of the reader say that most visits never see. */
export const searchWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "search", language], queryFn: () => withEvery(language, "search"), staleTime: Infinity });

export const accountWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "account", language], queryFn: () => withEvery(language, "account"), staleTime: Infinity });

/** What a part says, with what every page says. */
async function withEvery<Part extends "search" | "account">(language: string, part: Part) {
  const [every, own] = await Promise.all([loadCatalogue(language), loadPart(language, part)]);
  return { ...every, ...own };
}
