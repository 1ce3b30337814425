import { loadSheet } from "../../hydration/lazyStyles.ts";
import { partWords } from "../../i18n/partWords.ts";
import versions from "./versions.css?url";

const { load, use } = partWords("record");

/** Brings what is said of versions and corrections, and how they look. */
export async function loadRecordParts(): Promise<void> {
  await Promise.all([load(), loadSheet(versions)]);
}

/** They are there before the pages that use them are shown. */
export const useRecordWords = use;
