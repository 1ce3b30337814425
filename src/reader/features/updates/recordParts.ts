import { loadSheet } from "../../hydration/lazyStyles.ts";
import { loadPart } from "../../i18n/loadCatalogue.ts";
import type { RecordWords } from "../../i18n/wordTypes.ts";
import versions from "./versions.css?url";

let here: RecordWords | undefined;

/** Brings what is said of versions and corrections, and how they look. A site says it in one language, whichever it is asked for. */
export async function loadRecordParts(): Promise<void> {
  const language = typeof document === "undefined" ? "" : document.documentElement.lang;
  [here] = await Promise.all([loadPart(language, "record"), loadSheet(versions)]);
}

/** They are there before the pages that use them are shown. */
export function useRecordWords(): RecordWords {
  if (!here) throw new Error("What uses these words must wait for loadRecordParts.");
  return here;
}
