import { LEVELS } from "#content/search/postings.ts";

/** How often a word stands in each part of a story, or how many words each part has. */
export type Counts = { headline: number; standfirst: number; aside: number; body: number };

/** How much a word in a part says beside one in the body. */
const WEIGHTS: Counts = { headline: 7, standfirst: 3, aside: 1.5, body: 1 };

/**
 * The usual length of a part in words, and how far another length matters.
 * Constants, not the means of the archive: so the impact of a word in a story
 * depends on that story alone, and a new story changes no other's.
 */
const PIVOT: Counts = { headline: 9, standfirst: 22, aside: 30, body: 500 };
const SLOPE: Counts = { headline: 0.3, standfirst: 0.3, aside: 0.5, body: 0.6 };

/** How soon more of the same says no more (k1 of BM25). */
const SATURATION = 1.3;

const PARTS = ["headline", "standfirst", "aside", "body"] as const;

/**
 * The impact of a word in a story by BM25F (Robertson and Zaragoza 2009, 3.5),
 * without the rarity of the word, which the query adds.
 * @returns a level from 0 to LEVELS - 1
 */
export function impactLevel(times: Counts, lengths: Counts): number {
  let weighted = 0;
  for (const part of PARTS) {
    if (times[part] === 0) continue;
    const norm = 1 - SLOPE[part] + SLOPE[part] * (lengths[part] / PIVOT[part]);
    weighted += (WEIGHTS[part] * times[part]) / norm;
  }
  const impact = weighted / (weighted + SATURATION);
  return Math.min(LEVELS - 1, Math.floor(impact * LEVELS));
}
