import { createContext, useContext } from "react";
import type { Words } from "./wordTypes.ts";

const WordsContext = createContext<Words | undefined>(undefined);

export const WordsProvider = WordsContext.Provider;

/** The reader's words in the edition's language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error("No catalogue: what uses words must stand inside a WordsProvider.");
  return words;
}
