import { partWords } from "../../i18n/partWords.ts";

/** What the player says of its queue. It comes with the words of recordings. */
export const { load: loadListeningWords, use: useListeningWords } = partWords("listening");
