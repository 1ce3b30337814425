import { digestOf } from "./lazyBody.ts";
import { keptRecords } from "./keptRecords.ts";

/** Remembers the names found in each story, by the story's digest, so that an unchanged story need not be read. */
export class NameMemory {
  readonly #before: ReadonlyMap<string, string>;
  readonly #now = new Map<string, string>();

  constructor(before: ReadonlyMap<string, string>) {
    this.#before = before;
  }

  /**
   * The names found in a story earlier, or those found now.
   * @param names the digest of all names that are looked for
   * @param look finds the names and encodes them as a text; "" if there are none
   */
  of<T extends object>(story: T, names: string, look: (story: T) => string): string {
    const ofStory = digestOf(story);
    const before = this.#before.get(ofStory);
    const found = before?.startsWith(`${names} `) ? before : `${names} ${look(story)}`;
    this.#now.set(ofStory, found);
    return found.slice(names.length + 1);
  }

  /**
   * For the next build: what was found in this one, and earlier results that were not asked for.
   * @param digests the digests of all stories
   */
  records(digests: Iterable<string>): ReadonlyMap<string, string> {
    return keptRecords(digests, this.#now, this.#before);
  }
}
