import type { SearchWords, Words } from "./wordTypes.ts";
import { wordsContext } from "./wordsContext.ts";

/** The words of every page and those of search, which load with it. */
export type EverySearchWord = Words & SearchWords;

export const [SearchWordsProvider, useSearchWords] = wordsContext<EverySearchWord>();
