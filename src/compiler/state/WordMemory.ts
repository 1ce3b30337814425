import { digestOf } from "./lazyBody.ts";

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

  /** For the next build. */
  records(): ReadonlyMap<string, string> {
    return this.#now;
  }
}
