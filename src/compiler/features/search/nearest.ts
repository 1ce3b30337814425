import { MAX_KEYWORDS, type Keywords } from "./keywords.ts";

/** The number of its keywords by which a story looks for others. */
const ASKED = 16;

/** Only the newest stories with a word are considered, which bounds the work per story. */
const MOST_CANDIDATES = 200;

/** A single word in common may be chance. */
const LEAST_SHARED = 2;

/** The lowest score of a pair, as a share of a story's score with itself: below it a reader would wonder how they are related. */
const LEAST_NEAR = 0.12;

/**
 * Finds the stories nearest to one by their keywords. The score of a pair is the
 * dot product of their keyword weights. One instance serves a whole edition; its
 * arrays by rank are reused for each story, as in the strips of topics.
 */
export class Nearest {
  readonly #keywords: Keywords;
  /** The offset of each word's stories in `#ranks` and `#weights`, where they are oldest first. */
  readonly #from: Uint32Array;
  readonly #ranks: Uint32Array;
  readonly #weights: Float32Array;
  readonly #score: Float64Array;
  readonly #shared: Uint8Array;

  constructor(keywords: Keywords) {
    const { words, counts, ids, weights } = keywords;
    this.#keywords = keywords;
    this.#from = starts(keywords);
    this.#ranks = new Uint32Array(this.#from[words] ?? 0);
    this.#weights = new Float32Array(this.#ranks.length);
    this.#score = new Float64Array(counts.length);
    this.#shared = new Uint8Array(counts.length);
    const next = this.#from.slice();
    counts.forEach((count, rank) => {
      for (let at = rank * MAX_KEYWORDS; at < rank * MAX_KEYWORDS + count; at += 1) {
        const id = ids[at] ?? 0;
        const place = next[id] ?? 0;
        this.#ranks[place] = rank;
        this.#weights[place] = weights[at] ?? 0;
        next[id] = place + 1;
      }
    });
  }

  /**
   * @param rank of the story
   * @param isHidden tells whether the story at a rank may not be shown
   * @returns at most `most` ranks, the nearest first, of equal ones the newer first; never the story's own
   */
  of(rank: number, most: number, isHidden: (rank: number) => boolean): number[] {
    const found = this.#sharing(rank);
    const least = LEAST_NEAR * this.#withItself(rank);
    const best: number[] = [];
    for (const other of found) {
      const isNear = (this.#shared[other] ?? 0) >= LEAST_SHARED && (this.#score[other] ?? 0) >= least;
      if (!isNear || isHidden(other)) continue;
      const place = best.findIndex((each) => this.#beats(other, each));
      if (place === -1 && best.length === most) continue;
      best.splice(place === -1 ? best.length : place, 0, other);
      best.length = Math.min(best.length, most);
    }
    for (const other of found) this.#score[other] = this.#shared[other] = 0;
    return best;
  }

  #sharing(rank: number): number[] {
    const found: number[] = [];
    const { ids, weights } = this.#keywords;
    for (let at = rank * MAX_KEYWORDS; at < this.#askedUntil(rank); at += 1) {
      const id = ids[at] ?? 0;
      const weight = weights[at] ?? 0;
      const until = this.#from[id + 1] ?? 0;
      for (let i = Math.max(this.#from[id] ?? 0, until - MOST_CANDIDATES); i < until; i += 1) {
        const other = this.#ranks[i] ?? rank;
        if (other === rank) continue;
        if (this.#shared[other] === 0) found.push(other);
        this.#score[other] = (this.#score[other] ?? 0) + weight * (this.#weights[i] ?? 0);
        this.#shared[other] = (this.#shared[other] ?? 0) + 1;
      }
    }
    return found;
  }

  #withItself(rank: number): number {
    let score = 0;
    for (let at = rank * MAX_KEYWORDS; at < this.#askedUntil(rank); at += 1) score += (this.#keywords.weights[at] ?? 0) ** 2;
    return score;
  }

  #askedUntil(rank: number): number {
    return rank * MAX_KEYWORDS + Math.min(ASKED, this.#keywords.counts[rank] ?? 0);
  }

  #beats(a: number, b: number): boolean {
    return ((this.#score[a] ?? 0) - (this.#score[b] ?? 0) || a - b) > 0;
  }
}

function starts({ words, counts, ids }: Keywords): Uint32Array {
  const from = new Uint32Array(words + 1);
  counts.forEach((count, rank) => {
    for (let at = rank * MAX_KEYWORDS; at < rank * MAX_KEYWORDS + count; at += 1)
      from[(ids[at] ?? 0) + 1] = (from[(ids[at] ?? 0) + 1] ?? 0) + 1;
  });
  for (let id = 0; id < words; id += 1) from[id + 1] = (from[id + 1] ?? 0) + (from[id] ?? 0);
  return from;
}
