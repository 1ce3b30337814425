import { loadSheet } from "../../../hydration/lazyStyles.ts";
import { partWords } from "../../../i18n/partWords.ts";
import paged from "./paged.css?url";

const { load, use } = partWords("paged");

/** Brings what is said of pages, and how they look. */
export async function loadPaged(): Promise<void> {
  await Promise.all([load(), loadSheet(paged)]);
}

/** They are there before the pages are. */
export const usePagedWords = use;
