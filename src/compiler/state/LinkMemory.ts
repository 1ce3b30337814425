import type { Article } from "#content/article.ts";
import { digest } from "./digest.ts";
import { digestOf } from "./lazyBody.ts";

/** A story and its position in the edition: `rank` counts from the oldest. */
type Story = { article: Article; rank: number };

/**
 * The digest of a story and of the thread that it was part of, the ranks of the other stories that its page showed, and of these
 * the ones found by words, if they were looked for.
 */
export type LinkRecord = { known: string; thread?: string; shown: number[]; near?: number[] };

/** The records of a build. `ground`: the digest of the order of the stories and of all the subjects that link them. */
export type LinkedBefore = { ground: string; records: ReadonlyMap<string, LinkRecord> };

/** Whether a story has the same words as the one with the digest `known`. */
type HasSameWords = (article: Article, known: string) => boolean;

/**
 * Remembers the links between stories in the previous build. While the order of
 * the stories and their subjects are the same, strips and lists contain the same
 * stories: a page then stays the same unless a story on it or its thread changes.
 */
export class LinkMemory {
  readonly #before: LinkedBefore;
  readonly #now = new Map<string, LinkRecord>();
  #same: boolean[] = [];
  #ground = "";
  #threads: ReadonlyMap<string, string> = new Map();
  /** Computed once, and only if a story has others that were found by words. */
  #areWordsSame = (): boolean => false;

  constructor(before: LinkedBefore) {
    this.#before = before;
  }

  /**
   * Compares the stories of this build with those of the previous one.
   * @param stories of this edition, by rank
   * @param threads the digests of threads, by the slugs of their stories
   */
  begin(stories: Story[], hasSameWords: HasSameWords, threads: ReadonlyMap<string, string> = new Map()): void {
    const { ground, records } = this.#before;
    this.#ground = groundOf(stories);
    this.#threads = threads;
    const isGround = ground === this.#ground;
    const isSame = (story: Story): boolean => {
      const record = records.get(story.article.slug);
      return record?.known === digestOf(story.article) && record.thread === threads.get(story.article.slug);
    };
    this.#same = stories.map((story) => isGround && isSame(story));
    let areWordsSame: boolean | undefined;
    this.#areWordsSame = () =>
      (areWordsSame ??= stories.every(
        ({ article, rank }) => this.#same[rank] || hasSameWords(article, records.get(article.slug)?.known ?? ""),
      ));
  }

  /** Whether none of these stories has changed, or moved in the edition. */
  areSame(stories: readonly (Story | undefined)[]): boolean {
    return stories.every((story) => story === undefined || this.#same[story.rank] === true);
  }

  /** The ranks of the stories found by words for a story, if the same ones would be found again. */
  near(story: Story): number[] | undefined {
    const record = this.#recordOf(story);
    // Stories that the page shows as a thread are left out of its strips.
    return record?.near && record.thread === this.#threads.get(story.article.slug) && this.#areWordsSame() ? record.near : undefined;
  }

  /** Whether the strips of a story have the same, unchanged stories. If so, its record is kept for the next build. */
  areStripsSame(story: Story): boolean {
    const record = this.#recordOf(story);
    if (!record || (record.near && !this.#areWordsSame()) || !record.shown.every((rank) => this.#same[rank])) return false;
    this.#now.set(story.article.slug, record);
    return true;
  }

  /** Records the strips of a story. @param near the stories found by words; undefined if they were not looked for */
  remember(story: Story, shown: readonly Story[], near: readonly Story[] | undefined): void {
    const { article } = story;
    const thread = this.#threads.get(article.slug);
    this.#now.set(article.slug, {
      known: digestOf(article),
      ...(thread !== undefined && { thread }),
      shown: shown.map(rankOf),
      ...(near && { near: near.map(rankOf) }),
    });
  }

  /** The records for the next build. */
  result(): LinkedBefore {
    return { ground: this.#ground, records: this.#now };
  }

  #recordOf(story: Story): LinkRecord | undefined {
    return this.#before.ground === this.#ground ? this.#before.records.get(story.article.slug) : undefined;
  }
}

const rankOf = ({ rank }: Story): number => rank;

function groundOf(stories: Story[]): string {
  const hung = stories.map(({ article: { slug, datePublished, section, authors, topics, places, series } }) => [
    slug,
    datePublished,
    section,
    authors,
    topics,
    places,
    series,
  ]);
  return digest(JSON.stringify(hung));
}
