import { digestOf } from "./lazyBody.ts";
import { stillThere } from "./records.ts";

/** Which names were found in each story, in short, by the digest of the story: so one that has not changed need not be read for it. */
export class NameMemory {
  readonly #before: ReadonlyMap<string, string>;
  readonly #now = new Map<string, string>();

  constructor(before: ReadonlyMap<string, string>) {
    this.#before = before;
  }

  /**
   * What was found in a story before, or what is found now.
   * @param names by what the names are known that are looked for
   * @param look returns by what is known what it finds; "" where that is nothing
   */
  of<T extends object>(story: T, names: string, look: (story: T) => string): string {
    const known = digestOf(story);
    const before = this.#before.get(known);
    const found = before?.startsWith(`${names} `) ? before : `${names} ${look(story)}`;
    this.#now.set(known, found);
    return found.slice(names.length + 1);
  }

  /**
   * For the next build: what was found, and what was not asked for again.
   * @param known the digests of all stories
   */
  records(known: Iterable<string>): ReadonlyMap<string, string> {
    return stillThere(known, this.#now, this.#before);
  }
}
