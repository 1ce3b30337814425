import { createContext, useContext } from "react";
import type { AccountWords, Words } from "./wordTypes.ts";

/** The words of every page and those of the account pages, which load with them. */
export type EveryAccountWord = Words & AccountWords;

const AccountWordsContext = createContext<EveryAccountWord | undefined>(undefined);

export const AccountWordsProvider = AccountWordsContext.Provider;

export function useAccountWords(): EveryAccountWord {
  const words = useContext(AccountWordsContext);
  if (!words) throw new Error("useAccountWords() needs an AccountWordsProvider around it.");
  return words;
}
