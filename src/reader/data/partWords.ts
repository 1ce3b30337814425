import { queryOptions } from "@tanstack/react-query";
import { accountWordsFor } from "../words/account/accountWordsFor.ts";
import { searchWordsFor } from "../words/search/searchWordsFor.ts";

/** What parts of the reader say that most visits never see. */
export const searchWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "search", language], queryFn: () => searchWordsFor(language), staleTime: Infinity });

export const accountWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "account", language], queryFn: () => accountWordsFor(language), staleTime: Infinity });
