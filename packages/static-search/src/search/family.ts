import { wordKey } from "../format/keys.ts";
import type { Stem } from "../text/stem.ts";
import { sharedLength } from "../format/keys.ts";
import type { DocumentSet } from "./documentSet.ts";

/** A word of the index that matches a word of the query, and how well (1 for the word itself). */
export type Form = { word: string; entry: DocumentSet; weight: number };

const OTHER_FORM = 0.85;

/** The maximum number of forms: more add bytes and little else. */
const MOST_FORMS = 8;

/** The common prefix of all forms of a word: what it shares with its stems, without a letter that may change (policy, policies). */
export function familyPrefix(word: string, stems: readonly Stem[]): string {
  const shared = Math.min(...stems.map((stem) => sharedLength(word, stem(word))), word.length);
  return word.slice(0, shared > 4 ? shared - 1 : Math.max(2, shared));
}

/** A word itself and its other forms, among its neighbours in the index. */
export function familyOf(word: string, stems: readonly Stem[], neighbours: readonly { key: string; set: DocumentSet }[]): Form[] {
  const own = stems.map((stem) => stem(word));
  const start = wordKey("").length;
  const forms: Form[] = [];
  for (const { key, set } of neighbours) {
    const other = key.slice(start);
    if (other !== word && !sameStem(other, own, stems)) continue;
    forms.push({ word: other, entry: set, weight: other === word ? 1 : OTHER_FORM });
  }
  return forms.toSorted((a, b) => b.weight - a.weight || b.entry.count - a.entry.count).slice(0, MOST_FORMS);
}

const LETTERS = /^\p{L}+$/u;

function sameStem(word: string, own: readonly string[], stems: readonly Stem[]): boolean {
  return LETTERS.test(word) && stems.some((stem, i) => stem(word) === own[i]);
}
