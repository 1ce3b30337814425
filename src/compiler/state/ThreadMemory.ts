/** A thread that was found, its stories by their slugs. */
type KnownThread = { slug: string; stories: string[]; turningPoints: string[] };

/** The threads of an edition. `known`: by what all is known that they were found by; `wishes`: what an editor said of them, which is a part of it. */
export type ThreadRecord = { known: string; wishes: string; threads: KnownThread[] };

/** The threads of each edition in the build before, by its language: while all that they are found by is the same, so are they. */
export class ThreadMemory {
  readonly #before: ReadonlyMap<string, ThreadRecord>;
  readonly #now = new Map<string, ThreadRecord>();

  constructor(before: ReadonlyMap<string, ThreadRecord>) {
    this.#before = before;
  }

  /** What was found before, whatever it was found by. */
  before(language: string): ThreadRecord | undefined {
    return this.#before.get(language);
  }

  /** For the next build. */
  keep(language: string, record: ThreadRecord): void {
    this.#now.set(language, record);
  }

  records(): ReadonlyMap<string, ThreadRecord> {
    return this.#now;
  }
}
