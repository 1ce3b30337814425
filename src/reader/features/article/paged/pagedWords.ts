import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import { partWords } from "../../../i18n/partWords.ts";
import paged from "./paged.css?url";

const { load, use } = partWords("paged");

/** Loads the words and styles of a story in pages. */
export async function loadPaged(): Promise<void> {
  await Promise.all([load(), loadSheet(paged)]);
}

/** The words are loaded before the pages are shown. */
export const usePagedWords = use;
