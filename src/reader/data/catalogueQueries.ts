import { queryOptions } from "@tanstack/react-query";
import { loadAccountCatalogue } from "../i18n/catalogues/account/loadAccountCatalogue.ts";
import { loadSearchCatalogue } from "../i18n/catalogues/search/loadSearchCatalogue.ts";

/** What parts of the reader say that most visits never see. */
export const searchWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "search", language], queryFn: () => loadSearchCatalogue(language), staleTime: Infinity });

export const accountWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "account", language], queryFn: () => loadAccountCatalogue(language), staleTime: Infinity });
