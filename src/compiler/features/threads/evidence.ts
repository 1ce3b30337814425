import { weightOfLevel } from "static-search/build";
import type { Story } from "../../link/story.ts";
import { hashOf, levelOf } from "../search/openingWords.ts";
import { type StoryFeatures, openingWordsOf } from "./storyFeatures.ts";

/** An older story that has something in common with a given one. */
export type Near = { rank: number; score: number };

/** The number of a story's strongest words by which it is compared. */
const MAX_KEYWORDS = 24;
/** A word in more than this share of the stories so far says nothing about one; a word in at most FEW stories is never common. */
const MOST_SHARE = 0.1;
const FEW = 8;
/** Only the newest stories with a word are considered, which bounds the work per story. */
const MOST_CANDIDATES = 200;
/** A single word in common may be chance. */
const LEAST_SHARED = 2;

/** The least similarity by words that is compared further. */
const LEAST_WORDS = 0.1;
/** Headlines say what a story is about: the power makes a word there count some four times as much as one of the text. */
const HEADLINE = 4;

/** Added to the square of a length: in stories of a few words, one in common says little. */
const PADDING = 4;

/** The most that each kind of evidence counts; words count up to 1. */
const [TOPICS, PLACES, LINK] = [0.05, 0.05, 0.1];

/** How much less two stories have in common that are ten times as far apart, counted from one month. */
const LESS_APART = 0.1;
const MONTH = 30;
const DAY = 24 * 3_600_000;

/** A word of the edition: how many stories so far have it, and those of which it is a keyword, with its weight in each. */
type Word = { id: number; count: number; ranks: number[]; weights: number[] };

/**
 * Compares each story with older ones. Stories are added oldest first, and the
 * result for each depends only on that story and older ones, so that it stays the
 * same whatever is published later.
 */
export class Evidence {
  readonly #stories: readonly Story[];
  readonly #features: readonly StoryFeatures[];
  readonly #words = new Map<number, Word>();
  readonly #topics = new Counts<string>();
  readonly #places = new Counts<string>();
  readonly #keywords: Word[][] = [];
  /** The scores by words of the current story with others, by rank, and the numbers of shared keywords. All 0 between calls. */
  readonly #score: Float64Array;
  readonly #shared: Uint8Array;
  // The strongest words of the current story, in arrays that are reused.
  readonly #best: Word[] = [];
  readonly #weights = new Float64Array(MAX_KEYWORDS);

  /** @param stories oldest first @param features of them */
  constructor(stories: readonly Story[], features: readonly StoryFeatures[]) {
    this.#stories = stories;
    this.#features = features;
    this.#score = new Float64Array(features.length);
    this.#shared = new Uint8Array(features.length);
  }

  /**
   * Adds the next story.
   * @returns the older stories that have something in common with it, the nearest first
   */
  add(rank: number): Near[] {
    const features = this.#learn(rank);
    const found = this.#sharing();
    this.#addToKeywords(rank);
    const near: Near[] = [];
    const compare = (other: number, isLinked: boolean, words: number): void => {
      const compared = this.#compare(rank, other, isLinked, words);
      if (compared) near.push(compared);
    };
    for (const other of features.links) if (other < rank) compare(other, true, this.#inCommon(other));
    // Most stories share a word with thousands of others, so this loop has to be fast.
    const [score, shared] = [this.#score, this.#shared];
    for (const other of found) {
      const words = (shared[other] ?? 0) >= LEAST_SHARED ? (score[other] ?? 0) : 0;
      if (words >= LEAST_WORDS && !features.links.includes(other)) compare(other, false, words);
      score[other] = shared[other] = 0;
    }
    return near.toSorted((a, b) => b.score - a.score || b.rank - a.rank);
  }

  /** Adds the next story without comparing it, which takes a fraction of the time. */
  addKnown(rank: number): void {
    this.#learn(rank);
    this.#addToKeywords(rank);
  }

  /** The keywords of a story that was added, as numbers. */
  keywords(rank: number): number[] {
    return (this.#keywords[rank] ?? []).map(({ id }) => id);
  }

  #learn(rank: number): StoryFeatures {
    const features = this.#features[rank];
    if (!features) throw new Error("There is no story of this rank.");
    this.#topics.add(features.topics);
    this.#places.add(features.places);
    this.#findKeywords(openingWordsOf(features), rank + 1);
    return features;
  }

  /** Finds the words that are strong in a story and rare in the stories so far, and their weights, normalised to a vector of at most length 1. */
  #findKeywords(words: Uint32Array, total: number): void {
    const most = Math.max(FEW, total * MOST_SHARE);
    const [best, weights] = [this.#best, this.#weights];
    best.length = 0;
    for (const packed of words) {
      const word = this.#count(hashOf(packed));
      if (word.count > most) continue;
      const weight = weightOfLevel(levelOf(packed)) ** HEADLINE * Math.log(1 + total / word.count);
      let place = Math.min(best.length, MAX_KEYWORDS);
      while (place > 0 && isBefore(weight, word, weights[place - 1] ?? 0, best[place - 1])) {
        place -= 1;
        const moved = best[place];
        if (moved && place + 1 < MAX_KEYWORDS) {
          best[place + 1] = moved;
          weights[place + 1] = weights[place] ?? 0;
        }
      }
      if (place === MAX_KEYWORDS) continue;
      best[place] = word;
      weights[place] = weight;
    }
    let squares = 0;
    for (let at = 0; at < best.length; at += 1) squares += (weights[at] ?? 0) ** 2;
    const length = Math.sqrt(squares + PADDING);
    for (let at = 0; at < best.length; at += 1) weights[at] = (weights[at] ?? 0) / length;
    this.#keywords.push([...best]);
  }

  #count(hash: number): Word {
    const known = this.#words.get(hash);
    if (known) {
      known.count += 1;
      return known;
    }
    const word = { id: hash, count: 1, ranks: [], weights: [] };
    this.#words.set(hash, word);
    return word;
  }

  /** Finds the older stories that share a keyword with the current one, and their scores by words. */
  #sharing(): number[] {
    const found: number[] = [];
    const [score, shared] = [this.#score, this.#shared];
    for (const [at, word] of this.#best.entries()) {
      const weight = this.#weights[at] ?? 0;
      const { ranks, weights } = word;
      for (let i = Math.max(0, ranks.length - MOST_CANDIDATES); i < ranks.length; i += 1) {
        const other = ranks[i] ?? 0;
        const before = shared[other] ?? 0;
        if (before === 0) found.push(other);
        score[other] = (score[other] ?? 0) + weight * (weights[i] ?? 0);
        shared[other] = before + 1;
      }
    }
    return found;
  }

  #addToKeywords(rank: number): void {
    for (const [at, word] of this.#best.entries()) {
      word.ranks.push(rank);
      word.weights.push(this.#weights[at] ?? 0);
    }
  }

  /** The similarity by words of the current story and another, from 0 to 1. */
  #inCommon(other: number): number {
    return (this.#shared[other] ?? 0) >= LEAST_SHARED ? (this.#score[other] ?? 0) : 0;
  }

  #compare(rank: number, other: number, isLinked: boolean, words: number): Near | undefined {
    const [story, older] = [this.#stories[rank], this.#stories[other]];
    const [a, b] = [this.#features[rank], this.#features[other]];
    if (!a || !b || !story || story.article.inLanguage !== older?.article.inLanguage) return undefined;
    const topics = this.#topics.inCommon(a.topics, b.topics, rank + 1);
    const places = this.#places.inCommon(a.places, b.places, rank + 1);
    const days = (Date.parse(story.day) - Date.parse(older.day)) / DAY;
    const inCommon = words + TOPICS * topics + PLACES * places + (isLinked ? LINK : 0);
    return { rank: other, score: inCommon * (1 - LESS_APART * Math.log10(1 + days / MONTH)) };
  }
}

/** Whether a word comes before another by weight; words of equal weight have a stable order. */
const isBefore = (weight: number, { id }: Word, than: number, other: Word | undefined): boolean =>
  weight > than || (weight === than && id < (other?.id ?? 0));

/** How many stories so far have each topic, place or name. */
class Counts<T> {
  readonly #counts = new Map<T, number>();

  add(own: Iterable<T>): void {
    for (const one of own) this.#counts.set(one, (this.#counts.get(one) ?? 0) + 1);
  }

  /** The rarity of what two stories have in common, as a share of the rarity of all they have, from 0 to 1. @param total stories so far */
  inCommon(a: readonly T[], b: readonly T[], total: number): number {
    let [both, all] = [0, 0];
    for (const one of a) {
      const weight = this.#rarity(one, total);
      all += weight;
      if (b.includes(one)) both += weight;
    }
    if (both === 0) return 0;
    for (const one of b) if (!a.includes(one)) all += this.#rarity(one, total);
    return both / all;
  }

  #rarity(one: T, total: number): number {
    return Math.log(1 + total / (this.#counts.get(one) ?? 1));
  }
}
