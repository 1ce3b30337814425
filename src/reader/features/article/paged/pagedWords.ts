import { withLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { partWords } from "../../../i18n/partWords.ts";

const { load, use } = partWords("paged");

/** Loads the words and styles of a story in pages. */
export async function loadPaged(): Promise<void> {
  await withLazyStyles(load());
}

/** The words are loaded before the pages are shown. */
export const usePagedWords = use;
