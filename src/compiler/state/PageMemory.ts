import { digest } from "./digest.ts";

/** The digest of each part of a site, in the previous build and in this one. */
export class PageMemory {
  readonly #before: ReadonlyMap<string, string>;
  readonly #now = new Map<string, string>();

  constructor(before: ReadonlyMap<string, string>) {
    this.#before = before;
  }

  /** Whether a part is the same as in the previous build. Records its digest for the next build. */
  isSame(part: string, digestNow: string): boolean {
    this.#now.set(part, digestNow);
    return this.#before.get(part) === digestNow;
  }

  /** The digest of a part in the previous build. */
  before(part: string): string | undefined {
    return this.#before.get(part);
  }

  records(): ReadonlyMap<string, string> {
    return this.#now;
  }

  /** The digest of the whole site. Its parts are recorded in the same order in each build. */
  digest(): string {
    return digest([...this.#now].map((entry) => entry.join("\t")).join("\n"));
  }
}
