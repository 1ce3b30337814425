import type { Article } from "#content/article.ts";
import { digest } from "./digest.ts";
import { digestOf } from "./lazyBody.ts";

/** A story and its position in the edition: `rank` counts from the oldest. */
type Story = { article: Article; rank: number };

/**
 * The digest of a story and of the thread that it was part of, its rank, the digest of its surroundings, the ranks of the other stories
 * that its page showed, and of these the ones found by words, if they were looked for.
 */
export type LinkRecord = { known: string; rank: number; around: string; thread?: string; shown: number[]; near?: number[] };

/** The records of a build. `ground`: the digest of the order of the stories and of all the subjects that link them. */
export type LinkedBefore = { ground: string; records: ReadonlyMap<string, LinkRecord> };

/** Whether a story has the same words as the one with the digest `known`. */
type HasSameWords = (article: Article, known: string) => boolean;

/**
 * Remembers the links between stories in the previous build. While the order of
 * the stories and their subjects are the same, strips and lists contain the same
 * stories: a page then stays the same unless a story on it or its thread changes.
 * If they are not, that is still so for the page of a story whose surroundings are the same.
 */
export class LinkMemory {
  readonly #before: LinkedBefore;
  readonly #now = new Map<string, LinkRecord>();
  /** By rank, whether a story and its thread are as they were, and whether it had the same rank. */
  #same: boolean[] = [];
  #isGround = false;
  #around: (rank: number) => string = () => "";
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
   * @param around identifies the surroundings of the story at a rank
   */
  begin(stories: Story[], hasSameWords: HasSameWords, threads: ReadonlyMap<string, string>, around: (rank: number) => string): void {
    const { ground, records } = this.#before;
    this.#ground = groundOf(stories);
    this.#threads = threads;
    this.#isGround = ground === this.#ground;
    this.#around = around;
    this.#same = stories.map(({ article, rank }) => {
      const record = records.get(article.slug);
      return record?.known === digestOf(article) && record.rank === rank && record.thread === threads.get(article.slug);
    });
    let areWordsSame: boolean | undefined;
    this.#areWordsSame = () =>
      (areWordsSame ??= stories.every(
        ({ article, rank }) => this.#same[rank] || hasSameWords(article, records.get(article.slug)?.known ?? ""),
      ));
  }

  /** Whether none of these stories has changed, or moved in the edition. */
  areSame(stories: readonly Story[]): boolean {
    return this.#isGround && stories.every(({ rank }) => this.#same[rank] === true);
  }

  /** The ranks of the stories found by words for a story, if the same ones would be found again. */
  near({ article: { slug } }: Story): number[] | undefined {
    const record = this.#isGround ? this.#before.records.get(slug) : undefined;
    // Stories that the page shows as a thread are left out of its strips.
    return record?.near && record.thread === this.#threads.get(slug) && this.#areWordsSame() ? record.near : undefined;
  }

  /** Whether a story and its strips are the same, with the same, unchanged stories. If so, its record is kept for the next build. */
  isPageSame({ article: { slug }, rank }: Story): boolean {
    const record = this.#before.records.get(slug);
    if (!record || !this.#same[rank] || !record.shown.every((other) => this.#same[other])) return false;
    if (!this.#isGround && (record.near || record.around !== this.#around(rank))) return false;
    if (record.near && !this.#areWordsSame()) return false;
    this.#now.set(slug, record);
    return true;
  }

  /** Records the strips of a story. @param shown the other stories on its page @param near the stories found by words; undefined if they were not looked for */
  remember(story: Story, shown: readonly Story[], near: readonly Story[] | undefined): void {
    const { article, rank } = story;
    const thread = this.#threads.get(article.slug);
    this.#now.set(article.slug, {
      known: digestOf(article),
      rank,
      around: this.#around(rank),
      ...(thread !== undefined && { thread }),
      shown: shown.map(rankOf),
      ...(near && { near: near.map(rankOf) }),
    });
  }

  /** The records for the next build. */
  result(): LinkedBefore {
    return { ground: this.#ground, records: this.#now };
  }
}

const rankOf = ({ rank }: Story): number => rank;

function groundOf(stories: Story[]): string {
  const hung = stories.map(({ article: { slug, datePublished, section, authors, topics, places, series, sponsor } }) => [
    slug,
    datePublished,
    ...(sponsor ? ["sponsored"] : []),
    section,
    authors,
    topics,
    places,
    series,
  ]);
  return digest(JSON.stringify(hung));
}
