import type { Results } from "#content/search.ts";
import type { EverySearchWord } from "../../i18n/searchWords.ts";

/** How many stories were found, in words. */
export function foundText({ total, unfiltered, exact }: Pick<Results, "total" | "unfiltered" | "exact">, words: EverySearchWord): string {
  const all = words.stories(unfiltered);
  const found = total === unfiltered ? all : words.foundOf(words.number(total), all);
  return exact ? found : words.foundAtLeast(found);
}
