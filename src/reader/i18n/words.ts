import type { Words } from "./wordTypes.ts";
import { wordsContext } from "./wordsContext.ts";

/** The words of the interface in the edition's language. */
export const [WordsProvider, useWords] = wordsContext<Words>();
