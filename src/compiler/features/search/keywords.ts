import { weightOfLevel } from "static-search/build";
import { hashOf, levelOf } from "./openingWords.ts";

/** The most keywords kept per story. */
export const MAX_KEYWORDS = 24;

/** A word in more than this share of the stories says nothing about one. */
const MOST_SHARE = 0.1;
/** In a small edition, a word in up to this many stories is not yet a common one. */
const FEW = 8;

/**
 * The keywords of each story: words that are frequent in it and rare in others,
 * the strongest first, in MAX_KEYWORDS places per story, of which `counts` are used. `ids`
 * number the words of the edition.
 */
export type Keywords = { words: number; counts: Uint8Array; ids: Uint32Array; weights: Float32Array };

/**
 * Picks the keywords of each story. The weight of a word is as in the search: its
 * impact in the story times its rarity. Numbers of stories are rounded down to a
 * power of two, so that one more story does not change all weights, and with them
 * the strips of the whole edition.
 * @param stories the packed words of each
 */
export function keywords(stories: readonly Uint32Array[]): Keywords {
  const { ids, counts } = numbered(stories);
  const total = coarse(stories.length);
  const most = Math.max(FEW, total * MOST_SHARE);
  const kept: Keywords = {
    words: counts.length,
    counts: new Uint8Array(stories.length),
    ids: new Uint32Array(stories.length * MAX_KEYWORDS),
    weights: new Float32Array(stories.length * MAX_KEYWORDS),
  };
  stories.forEach((words, story) => {
    const found: { id: number; weight: number }[] = [];
    for (const word of words) {
      const id = ids.get(hashOf(word)) ?? 0;
      const count = counts[id] ?? 0;
      if (count < 2 || count > most) continue;
      found.push({ id, weight: weightOfLevel(levelOf(word)) * Math.log(1 + total / coarse(count)) });
    }
    found.sort((a, b) => b.weight - a.weight);
    kept.counts[story] = Math.min(MAX_KEYWORDS, found.length);
    found.slice(0, MAX_KEYWORDS).forEach(({ id, weight }, place) => {
      kept.ids[story * MAX_KEYWORDS + place] = id;
      kept.weights[story * MAX_KEYWORDS + place] = weight;
    });
  });
  return kept;
}

/** Numbers the words of an edition, and counts the stories that have each. */
function numbered(stories: readonly Uint32Array[]): { ids: Map<number, number>; counts: number[] } {
  const ids = new Map<number, number>();
  const counts: number[] = [];
  for (const words of stories) {
    for (const word of words) {
      const id = ids.get(hashOf(word));
      if (id !== undefined) counts[id] = (counts[id] ?? 0) + 1;
      else {
        ids.set(hashOf(word), counts.length);
        counts.push(1);
      }
    }
  }
  return { ids, counts };
}

const coarse = (count: number): number => 2 ** Math.floor(Math.log2(Math.max(1, count)));
