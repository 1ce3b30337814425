import { partWords } from "../../../i18n/partWords.ts";

/** The words of live blogs, loaded before the parts that use them are shown. */
export const { load: loadLiveWords, use: useLiveWords } = partWords("live");
