import { digest } from "./digest.ts";

/** By what each part of a site is known: what was built before, and what this build makes. */
export class PageMemory {
  readonly #before: ReadonlyMap<string, string>;
  readonly #now = new Map<string, string>();

  constructor(before: ReadonlyMap<string, string>) {
    this.#before = before;
  }

  /** Whether a part is as it was. Says so for the next build too. */
  isSame(part: string, known: string): boolean {
    this.#now.set(part, known);
    return this.#before.get(part) === known;
  }

  /** By what a part was known. */
  before(part: string): string | undefined {
    return this.#before.get(part);
  }

  records(): ReadonlyMap<string, string> {
    return this.#now;
  }

  /** By what the whole site is known. Parts come in the same order each time. */
  digest(): string {
    return digest([...this.#now].map((entry) => entry.join("\t")).join("\n"));
  }
}
