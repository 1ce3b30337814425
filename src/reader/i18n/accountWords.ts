import type { AccountWords, Words } from "./wordTypes.ts";
import { wordsContext } from "./wordsContext.ts";

/** The words of every page and those of the account pages, which load with them. */
export type EveryAccountWord = Words & AccountWords;

export const [AccountWordsProvider, useAccountWords] = wordsContext<EveryAccountWord>();
