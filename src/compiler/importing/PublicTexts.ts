import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import { cutOut, withoutRestrictedParts } from "../reading/restrictedParts.ts";

/** Reads the texts of an archive's stories without the parts that are not for everybody. */
export class PublicTexts {
  readonly #cut: readonly string[];
  /** What was found in the texts of each story. */
  readonly #found = new Map<string, { held?: string; cut: Set<string> }>();

  /** @param cut the names of parts that are cut out, so that their story is public all the same */
  constructor(cut: readonly string[] = []) {
    this.#cut = cut;
  }

  /** The public parts of a text of the story at this place, in HTML; "" if the text has others too, which keep the story back. */
  of(html: string, where: Pick<Draft, "file" | "place">): string {
    const read = withoutRestrictedParts(html, this.#cut);
    if (!("held" in read) && read.cut.length === 0) return read.text;
    const found = this.#found.get(keyOf(where)) ?? { cut: new Set() };
    this.#found.set(keyOf(where), found);
    if ("held" in read) {
      found.held ??= read.held;
      return "";
    }
    for (const name of read.cut) found.cut.add(name);
    return read.text;
  }

  /** A story with all that its texts say about who may read it; its headline and standfirst may have such parts too. */
  complete(draft: Draft, report: Report): Draft {
    const { headline, standfirst } = draft;
    const texts = {
      ...(headline !== undefined && { headline: this.of(headline, draft) }),
      ...(standfirst !== undefined && { standfirst: this.of(standfirst, draft) }),
    };
    const key = this.#keyFor(draft);
    const found = this.#found.get(key);
    if (!found) return draft;
    this.#found.delete(key);
    const { file, place } = draft;
    if (found.cut.size > 0) report({ file, ...(place !== undefined && { place }), ...cutOut([...found.cut]) });
    return { ...draft, ...texts, held: found.held ?? draft.held };
  }

  /** Stories are completed one after the other, so what was found last in a file is about a story that does not say its place. */
  #keyFor(draft: Draft): string {
    const ofFile = draft.place === undefined ? [...this.#found.keys()].findLast((key) => key.startsWith(`${draft.file}\n`)) : undefined;
    return ofFile ?? keyOf(draft);
  }
}

const keyOf = ({ file, place = "" }: Pick<Draft, "file" | "place">): string => `${file}\n${place}`;
