/** A thread that was found, with the slugs of its stories. */
type KnownThread = { slug: string; stories: string[]; turningPoints: string[] };

/** For each story, oldest first, the thread that it was put into, 0 for its own, and the rank of one that it may belong to, with a score. */
export type ThreadStep = [slug: string | 0, unsure?: [rank: number, score: number]];

/**
 * The threads of an edition, and stories that may be of one by their slugs. `known` is the digest of everything that they depend on,
 * `parts` are those of what the first `steps` depend on, `wishes` is that of the editor's settings alone.
 */
export type ThreadRecord = {
  known: string;
  parts: string[];
  steps: ThreadStep[];
  wishes: string;
  threads: KnownThread[];
  suggested: string[][];
};

/** The threads of each edition in the previous build, by its language. They stay valid while everything that they depend on is the same. */
export class ThreadMemory {
  readonly #before: ReadonlyMap<string, ThreadRecord>;
  readonly #now = new Map<string, ThreadRecord>();

  constructor(before: ReadonlyMap<string, ThreadRecord>) {
    this.#before = before;
  }

  /** The threads found by the previous build, whether or not they are still valid. */
  before(language: string): ThreadRecord | undefined {
    return this.#before.get(language);
  }

  /** Keeps threads for the next build. */
  keep(language: string, record: ThreadRecord): void {
    this.#now.set(language, record);
  }

  records(): ReadonlyMap<string, ThreadRecord> {
    return this.#now;
  }
}
