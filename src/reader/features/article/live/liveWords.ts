import { partWords } from "../../../i18n/partWords.ts";

/** What is said about live blogs. It is there before what says it is shown. */
export const { load: loadLiveWords, use: useLiveWords } = partWords("live");
