import type { Report } from "../draft/problem.ts";
import type { ArchivePlace } from "./archive.ts";
import { cutOut, withoutRestrictedParts } from "./restrictedParts.ts";

/** Reads the texts of one story without the parts that are not for everybody. `held` is why the story is not public, if it has such parts. */
export class PublicText {
  held: string | undefined;
  readonly #cut: readonly string[];
  readonly #names = new Set<string>();

  /** @param cut the names of parts that are cut out, so that the story is public all the same */
  constructor(cut: readonly string[] = []) {
    this.#cut = cut;
  }

  /** The public parts of a text in HTML. */
  of(html: string): string {
    const read = withoutRestrictedParts(html, this.#cut);
    if ("held" in read) {
      this.held ??= read.held;
      return "";
    }
    for (const name of read.cut) this.#names.add(name);
    return read.text;
  }

  /** Reports the parts that were cut out. */
  report(where: ArchivePlace, report: Report): void {
    if (this.#names.size > 0) report({ ...where, ...cutOut([...this.#names]) });
  }
}
