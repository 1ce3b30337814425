import type { Article } from "#content/article.ts";
import { digest } from "./digest.ts";
import { digestOf } from "./lazyBody.ts";

/** A story in its place: `rank` counts from the oldest. */
type Story = { article: Article; rank: number };

/**
 * A story, the thread that it was part of, and what its page showed besides: the ranks of the others in its strips, and again
 * of those found by words, where they were asked for.
 */
export type LinkRecord = { known: string; thread?: string; shown: number[]; near?: number[] };

/** What one build leaves of where everything stood. `ground`: by what the order of the stories and all that they hang on is known. */
export type LinkedBefore = { ground: string; records: ReadonlyMap<string, LinkRecord> };

/** Whether a story says the words of the one that was known so. */
type IsSaidAgain = (article: Article, known: string) => boolean;

/**
 * Where everything stood in the build before. While stories have their order
 * and hang on what they hung on, strips and lists hold the same stories: then a
 * page shows what it showed, unless one of the stories on it has changed, or its thread has.
 */
export class LinkMemory {
  readonly #before: LinkedBefore;
  readonly #now = new Map<string, LinkRecord>();
  #same: boolean[] = [];
  #ground = "";
  #threads: ReadonlyMap<string, string> = new Map();
  /** Asked once, and only where something was found by words. */
  #areWordsSame = (): boolean => false;

  constructor(before: LinkedBefore) {
    this.#before = before;
  }

  /**
   * @param stories of this edition, by rank
   * @param threads by what the thread of each story is known that is part of one, by its slug
   */
  begin(stories: Story[], isSaidAgain: IsSaidAgain, threads: ReadonlyMap<string, string> = new Map()): void {
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
        ({ article, rank }) => this.#same[rank] || isSaidAgain(article, records.get(article.slug)?.known ?? ""),
      ));
  }

  /** Whether stories stand where they stood, and none of them has changed. */
  areSame(stories: readonly (Story | undefined)[]): boolean {
    return stories.every((story) => story === undefined || this.#same[story.rank] === true);
  }

  /** The ranks of what was found by words for a story, if it would be found again. */
  near(story: Story): number[] | undefined {
    const record = this.#recordOf(story);
    // What the page shows of a thread is in no strip.
    return record?.near && record.thread === this.#threads.get(story.article.slug) && this.#areWordsSame() ? record.near : undefined;
  }

  /** Whether the strips of a story have the same stories, and they are as they were. Says so for the next build too. */
  areStripsSame(story: Story): boolean {
    const record = this.#recordOf(story);
    if (!record || (record.near && !this.#areWordsSame()) || !record.shown.every((rank) => this.#same[rank])) return false;
    this.#now.set(story.article.slug, record);
    return true;
  }

  /** @param near what was found by words; undefined where it was not asked for */
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

  /** For the next build. */
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
