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
  /** By which of the topics asked for a story was found, a bit each. */
  readonly #foundBy: Int32Array;

  /** @param total the number of stories in the edition */
  constructor(total: number) {
    this.#score = new Float64Array(total);
    this.#askedBy = new Int32Array(total).fill(-1);
    this.#foundBy = new Int32Array(total);
  }

  /** All candidates for a story, each once and never the story itself. Their scores are valid until the next call. */
  sharing(topics: Subject[], story: Story): Story[] {
    const found: Story[] = [];
    for (const [place, { stories }] of topics.entries()) {
      const by = { weight: rarity(stories.length, this.#score.length), bit: bitOf(place) };
      for (let i = Math.max(0, stories.length - MOST_CANDIDATES); i < stories.length; i += 1) {
        const other = stories[i];
        if (other && other !== story) this.#add(other, by, story, found);
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

  /**
   * Those of the candidates of the last call that have one of some of the topics asked for.
   * @param places of these topics among all that were asked for
   */
  having(places: number[], topics: Subject[], candidates: Story[]): Story[] {
    const bits = places.reduce((all, place) => all | bitOf(place), 0);
    // By which topic a story was found is known at once. It may have one of these topics all the same if they have too many stories.
    const others = new Set(
      places.flatMap((place) => {
        const topic = topics[place];
        return topic && (bitOf(place) === 0 || topic.stories.length > MOST_CANDIDATES) ? [topic.slug] : [];
      }),
    );
    return candidates.filter(
      ({ rank, article }) =>
        ((this.#foundBy[rank] ?? 0) & bits) !== 0 || (others.size > 0 && article.topics.some(({ slug }) => others.has(slug))),
    );
  }

  #add(other: Story, by: { weight: number; bit: number }, story: Story, found: Story[]): void {
    const { rank } = other;
    if (this.#askedBy[rank] === story.rank) {
      this.#score[rank] = (this.#score[rank] ?? 0) + by.weight;
      this.#foundBy[rank] = (this.#foundBy[rank] ?? 0) | by.bit;
      return;
    }
    this.#askedBy[rank] = story.rank;
    this.#score[rank] = by.weight;
    this.#foundBy[rank] = by.bit;
    found.push(other);
  }

  #beats(a: Story, b: Story): boolean {
    return ((this.#score[a.rank] ?? 0) - (this.#score[b.rank] ?? 0) || a.rank - b.rank) > 0;
  }
}

/** 0 for a topic that is too far behind to have a bit. */
const bitOf = (place: number): number => (place < MOST_BITS ? 1 << place : 0);

const MOST_BITS = 31;
