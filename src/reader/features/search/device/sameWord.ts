import type { QueryToken } from "static-search/query";
import type { Stem } from "static-search/text/stem";
import { withoutArticle } from "static-search/text/tokens";

/** Whether a word of a story is what a word of a query asks for. */
export type SameWord = (term: string) => boolean;

/**
 * @param prefix any word that goes on from it will do
 * @param stem of the story's language; without it only the word itself is the same
 */
export function sameWord({ term, stripped }: QueryToken, prefix: boolean, stem: Stem | undefined): SameWord {
  const wanted = new Set(stripped === undefined ? [term] : [term, stripped]);
  const stems = new Set(stem ? [...wanted].map(stem) : []);
  const known = new Map<string, boolean>();
  const look = (word: string): boolean =>
    wanted.has(word) ||
    wanted.has(withoutArticle(word) ?? word) ||
    (prefix && word.startsWith(term)) ||
    (stem !== undefined && stems.has(stem(word)));
  return (word) => {
    const is = known.get(word) ?? (word !== "" && look(word));
    known.set(word, is);
    return is;
  };
}
