import type { SubjectKind } from "../teaser.ts";
import { foldText } from "./fold.ts";

/** A word's stories, with their impacts. */
export const wordKey = (word: string): string => `w/${word}`;
/** A word's positions in those stories. */
export const positionsKey = (word: string): string => `p/${word}`;
/** The stories with a word in the headline. */
export const headlineKey = (word: string): string => `h/${word}`;

/**
 * The stories of a topic, place, author or section. A slug with accents is
 * found without them: its key has the folded slug first, then the slug itself.
 * @param name what it is looked up by, as a slug: its own, or one made of its name
 */
export function subjectKey(kind: SubjectKind, slug: string, name = slug): string {
  const folded = foldText(name);
  return folded === slug ? `${kind}/${slug}` : `${kind}/${folded}/${slug}`;
}

/** The slug that a subject's key stands for. */
export const slugOfKey = (key: string): string => key.slice(key.lastIndexOf("/") + 1);

/** What the keys of subjects begin with that are called so, or whose names begin so. */
export const subjectBeginning = (kind: SubjectKind, name: string): string => `${kind}/${foldText(name)}`;

/** The stories in a language. */
export const languageKey = (tag: string): string => `lang/${tag.toLowerCase()}`;
/** The words of one length that begin with one letter: where a mistyped word looks for its neighbours. */
export const spellingKey = (letter: string, length: number): string => `spell/${letter}${length}`;
/** The frequent words that begin with one letter: how a word that is still being typed may go on. */
export const commonKey = (letter: string): string => `common/${letter}`;

/** The first character of a word, whole. */
export function firstLetter(word: string): string {
  const code = word.codePointAt(0);
  return code === undefined ? "" : String.fromCodePoint(code);
}

/** The words that may be mistyped: letters only, at least four (a typo of a word of five may have lost one). */
export function hasSpelling(word: string): boolean {
  return word.length >= 4 && word.length <= 30 && /^\p{L}+$/u.test(word);
}
