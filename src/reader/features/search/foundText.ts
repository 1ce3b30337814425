import type { Results } from "#content/search.ts";
import type { EverySearchWord } from "../../i18n/searchWords.ts";

type Counts = Pick<Results, "total" | "unfiltered" | "apart" | "exact">;

/** How many stories were found, in words; or how many pages of the paper, if no story was. */
export function foundText({ total, unfiltered, apart, exact }: Counts, words: EverySearchWord): string {
  const stories = unfiltered - apart.unfiltered;
  const all = stories === 0 ? words.pagesFound(unfiltered) : words.stories(stories);
  const found = total === unfiltered ? all : words.foundOf(words.number(stories === 0 ? total : total - apart.total), all);
  return exact ? found : words.foundAtLeast(found);
}
