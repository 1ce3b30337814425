import { createContext, useContext } from "react";
import type { AccountWords, Words } from "./wordTypes.ts";

/** The words of every page and those of this part of the reader, which come with it. */
export type EveryAccountWord = Words & AccountWords;

const AccountWordsContext = createContext<EveryAccountWord | undefined>(undefined);

export const AccountWordsProvider = AccountWordsContext.Provider;

export function useAccountWords(): EveryAccountWord {
  const words = useContext(AccountWordsContext);
  if (!words) throw new Error("What uses these words must stand inside an AccountWordsProvider.");
  return words;
}
