import { digestOf } from "./lazyBody.ts";
import { stillThere } from "./records.ts";

/** Remembers a summary of each story, such as its keywords, by the story's digest, so that an unchanged story need not be read. */
export class WordMemory {
  readonly #before: ReadonlyMap<string, string>;
  readonly #now = new Map<string, string>();

  constructor(before: ReadonlyMap<string, string>) {
    this.#before = before;
  }

  /** The summary made of a story earlier, or the one made now. */
  of<T extends object>(story: T, make: (story: T) => string): string {
    const known = digestOf(story);
    const words = this.#now.get(known) ?? this.#before.get(known) ?? make(story);
    this.#now.set(known, words);
    return words;
  }

  /** Whether a story has the same summary as one with the digest `known`; false if that is not remembered. */
  isSame<T extends object>(story: T, known: string, make: (story: T) => string): boolean {
    const before = this.#before.get(known);
    return before !== undefined && before === this.of(story, make);
  }

  /**
   * For the next build: what was made in this one, and earlier summaries that were not asked for.
   * @param known the digests of the stories that still exist
   */
  records(known: Iterable<string>): ReadonlyMap<string, string> {
    return stillThere(known, this.#now, this.#before);
  }
}
