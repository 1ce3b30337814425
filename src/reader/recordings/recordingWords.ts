import { partWords } from "../i18n/partWords.ts";

/** The words about recordings and reading aloud. They load before what uses them is shown, see features/article/rare/recordingPart.ts. */
export const { load: loadRecordingWords, use: useRecordingWords } = partWords("recordings");
