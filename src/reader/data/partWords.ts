import { queryOptions } from "@tanstack/react-query";
import { accountWordsFor } from "../words/account/accountWordsFor.ts";
import { highlightWordsFor } from "../words/highlights/highlightWordsFor.ts";
import { searchWordsFor } from "../words/search/searchWordsFor.ts";
import { takeoutWordsFor } from "../words/takeout/takeoutWordsFor.ts";

/** What parts of the reader say that most visits never see. */
export const searchWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "search", language], queryFn: () => searchWordsFor(language), staleTime: Infinity });

export const accountWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "account", language], queryFn: () => accountWordsFor(language), staleTime: Infinity });

/** Of the page of highlights: theirs, and those of what else a library can do. */
export const highlightsPageWordsQuery = (language: string) =>
  queryOptions({
    queryKey: ["words", "highlights", language],
    queryFn: async () => ({ highlights: await highlightWordsFor(language), takeout: await takeoutWordsFor(language) }),
    staleTime: Infinity,
  });
