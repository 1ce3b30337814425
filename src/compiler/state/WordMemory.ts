import { digestOf } from "./lazyBody.ts";
import { stillThere } from "./records.ts";

/** What stories say in short, by the digest of each: so a story that has not changed need not be read for it. */
export class WordMemory {
  readonly #before: ReadonlyMap<string, string>;
  readonly #now = new Map<string, string>();

  constructor(before: ReadonlyMap<string, string>) {
    this.#before = before;
  }

  /** What was made of a story before, or what is made of it now. */
  of<T extends object>(story: T, make: (story: T) => string): string {
    const known = digestOf(story);
    const words = this.#now.get(known) ?? this.#before.get(known) ?? make(story);
    this.#now.set(known, words);
    return words;
  }

  /** Whether a story says the words of one that was known so, as far as that is remembered. */
  isSame<T extends object>(story: T, known: string, make: (story: T) => string): boolean {
    const before = this.#before.get(known);
    return before !== undefined && before === this.of(story, make);
  }

  /**
   * For the next build: what was made, and what was not asked for again.
   * @param known the digests of stories that are still there
   */
  records(known: Iterable<string>): ReadonlyMap<string, string> {
    return stillThere(known, this.#now, this.#before);
  }
}
