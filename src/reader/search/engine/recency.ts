import type { Manifest } from "#content/search/manifest.ts";
import type { Scores } from "./scores.ts";

/** A new story counts this much more than an old one. */
const MOST = 0.12;
/** After so many years half of that is gone. */
const HALF_LIFE = 2;

/** A mild preference for the new. The age of a story is told from its place among those of its year. */
export function preferNew(scores: Scores, { years, stories }: Manifest): void {
  const newest = Number(years.at(-1)?.[0] ?? 0) + 1;
  for (const [i, [year, from]] of years.entries()) {
    const until = years[i + 1]?.[1] ?? stories;
    for (let story = from; story < until; story += 1) {
      if (!scores[story]) continue;
      const age = newest - Number(year) - (story - from) / (until - from);
      scores[story] = (scores[story] ?? 0) * (1 + MOST * 2 ** (-age / HALF_LIFE));
    }
  }
}
