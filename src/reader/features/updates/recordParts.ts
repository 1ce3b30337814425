import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import { partWords } from "../../i18n/partWords.ts";
import versions from "./versions.css?url";

const { load, use } = partWords("record");

/** Loads the words and styles of versions and corrections. */
export async function loadRecordParts(): Promise<void> {
  await Promise.all([load(), loadSheet(versions)]);
}

/** The words are loaded before the pages that use them are shown. */
export const useRecordWords = use;
