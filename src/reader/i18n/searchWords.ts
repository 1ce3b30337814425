import { createContext, useContext } from "react";
import type { SearchWords, Words } from "./wordTypes.ts";

/** The words of every page and those of search, which load with it. */
export type EverySearchWord = Words & SearchWords;

const SearchWordsContext = createContext<EverySearchWord | undefined>(undefined);

export const SearchWordsProvider = SearchWordsContext.Provider;

export function useSearchWords(): EverySearchWord {
  const words = useContext(SearchWordsContext);
  if (!words) throw new Error("useSearchWords() needs a SearchWordsProvider around it.");
  return words;
}
