import { loadPart } from "../i18n/loadCatalogue.ts";
import type { RecordingWords } from "../i18n/wordTypes.ts";

let here: RecordingWords | undefined;

/** Brings what is said about recordings and by what reads aloud. A site says it in one language, whichever it is asked for. */
export async function loadRecordingWords(): Promise<void> {
  here = await loadPart(typeof document === "undefined" ? "" : document.documentElement.lang, "recordings");
}

/** They are there before what uses them is shown, see features/article/rare/recordingPart.ts. */
export function useRecordingWords(): RecordingWords {
  if (!here) throw new Error("What uses these words must wait for loadRecordingWords.");
  return here;
}
