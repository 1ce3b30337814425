import { partWords } from "../../i18n/partWords.ts";

/** The player's words about its queue, loaded with the words of recordings. */
export const { load: loadListeningWords, use: useListeningWords } = partWords("listening");
