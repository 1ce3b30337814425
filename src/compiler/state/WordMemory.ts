import { digestOf } from "./lazyBody.ts";
import { keptRecords } from "./keptRecords.ts";

/** Remembers a summary of each story, such as its keywords, by the story's digest, so that an unchanged story need not be read. */
export class WordMemory {
  readonly #before: ReadonlyMap<string, string>;
  readonly #now = new Map<string, string>();

  constructor(before: ReadonlyMap<string, string>) {
    this.#before = before;
  }

  /** The summary made of a story earlier, or the one made now. */
  of<T extends object>(story: T, make: (story: T) => string): string {
    const ofStory = digestOf(story);
    const words = this.#now.get(ofStory) ?? this.#before.get(ofStory) ?? make(story);
    this.#now.set(ofStory, words);
    return words;
  }

  /** Whether a story has the same summary as one with this digest; false if that is not remembered. */
  isSame<T extends object>(story: T, other: string, make: (story: T) => string): boolean {
    const before = this.#before.get(other);
    return before !== undefined && before === this.of(story, make);
  }

  /**
   * For the next build: what was made in this one, and earlier summaries that were not asked for.
   * @param digests the digests of the stories that still exist
   */
  records(digests: Iterable<string>): ReadonlyMap<string, string> {
    return keptRecords(digests, this.#now, this.#before);
  }
}
