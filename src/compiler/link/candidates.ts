import { rarity } from "./rarity.ts";
import type { Story } from "./story.ts";
import type { Subject } from "./subjects.ts";

/** Only the newest stories of a common topic are candidates, so that the work per story is bounded. */
const MOST_CANDIDATES = 300;

/**
 * Finds stories that share topics with a story, and scores them. One instance serves
 * a whole edition: it reuses two arrays indexed by rank, since a map per story took
 * most of the time of a large build.
 */
export class Candidates {
  readonly #score: Float64Array;
  readonly #askedBy: Int32Array;

  /** @param total the number of stories in the edition */
  constructor(total: number) {
    this.#score = new Float64Array(total);
    this.#askedBy = new Int32Array(total).fill(-1);
  }

  /** All candidates for a story, each once and never the story itself. Their scores are valid until the next call. */
  sharing(topics: Subject[], story: Story): Story[] {
    const found: Story[] = [];
    for (const { stories } of topics) {
      const weight = rarity(stories.length, this.#score.length);
      for (let i = Math.max(0, stories.length - MOST_CANDIDATES); i < stories.length; i += 1) {
        const other = stories[i];
        if (other && other !== story) this.#add(other, weight, story, found);
      }
    }
    return found;
  }

  /** The best candidates, by the summed rarity of the topics that they share, then the newest first. */
  best(candidates: Story[], most: number): Story[] {
    const best: Story[] = [];
    for (const candidate of candidates) {
      const place = best.findIndex((other) => this.#beats(candidate, other));
      if (place === -1 && best.length === most) continue;
      best.splice(place === -1 ? best.length : place, 0, candidate);
      best.length = Math.min(best.length, most);
    }
    return best;
  }

  #add(other: Story, weight: number, story: Story, found: Story[]): void {
    if (this.#askedBy[other.rank] === story.rank) {
      this.#score[other.rank] = (this.#score[other.rank] ?? 0) + weight;
      return;
    }
    this.#askedBy[other.rank] = story.rank;
    this.#score[other.rank] = weight;
    found.push(other);
  }

  #beats(a: Story, b: Story): boolean {
    return ((this.#score[a.rank] ?? 0) - (this.#score[b.rank] ?? 0) || a.rank - b.rank) > 0;
  }
}
