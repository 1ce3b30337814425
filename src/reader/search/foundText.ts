import type { Results } from "#content/search/results.ts";
import type { Words } from "../words/en.ts";

/** How many stories were found, in words. */
export function foundText({ total, unfiltered, exact }: Pick<Results, "total" | "unfiltered" | "exact">, words: Words): string {
  const all = words.stories(unfiltered);
  const found = total === unfiltered ? all : words.foundOf(words.number(total), all);
  return exact ? found : words.foundAtLeast(found);
}
