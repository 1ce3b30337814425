import { partWords } from "../i18n/partWords.ts";

/** What is said about recordings, and by what reads aloud. It is there before what says it is shown, see features/article/rare/recordingPart.ts. */
export const { load: loadRecordingWords, use: useRecordingWords } = partWords("recordings");
