import { queryOptions } from "@tanstack/react-query";
import { accountWordsFor } from "../i18n/catalogues/account/accountWordsFor.ts";
import { searchWordsFor } from "../i18n/catalogues/search/searchWordsFor.ts";

/** What parts of the reader say that most visits never see. */
export const searchWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "search", language], queryFn: () => searchWordsFor(language), staleTime: Infinity });

export const accountWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "account", language], queryFn: () => accountWordsFor(language), staleTime: Infinity });
