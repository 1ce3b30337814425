import { createContext, useContext } from "react";
import type { Words } from "./wordTypes.ts";

const WordsContext = createContext<Words | undefined>(undefined);

export const WordsProvider = WordsContext.Provider;

/** The words of the interface in the edition's language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error("useWords() needs a WordsProvider around it.");
  return words;
}
