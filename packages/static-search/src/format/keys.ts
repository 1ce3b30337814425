import { foldText } from "../text/fold.ts";
import type { ByteReader, ByteWriter } from "./bytes.ts";

/** A word's documents, with their impacts. */
export const wordKey = (word: string): string => `w/${word}`;
/** Ends the key of the positions of a word that are beside its documents. No word has it. */
const POSITIONS = "\u0001";
/** A word's positions in those documents. @param beside whether they follow these in the same leaf */
export const positionsKey = (word: string, beside: boolean): string => (beside ? `${wordKey(word)}${POSITIONS}` : `p/${word}`);
/** Whether a key has positions, among keys of words. */
export const hasPositions = (key: string): boolean => key.endsWith(POSITIONS);
/** The documents with a word in the title. */
export const titleKey = (word: string): string => `h/${word}`;

/**
 * The documents with a value of a facet. A slug with accents is found without
 * them: its key has the folded slug first, then the slug itself.
 * @param name the slug by which it is looked up: its own, or one made from its name
 */
export function valueKey(facet: string, slug: string, name = slug): string {
  const folded = foldText(name);
  return folded === slug ? `${facet}/${slug}` : `${facet}/${folded}/${slug}`;
}

/** The slug in a value's key. */
export const slugOfKey = (key: string): string => key.slice(key.lastIndexOf("/") + 1);

/** The prefix of the keys of values with this name, or with names that begin with it. */
export const valueBeginning = (facet: string, name: string): string => `${facet}/${foldText(name)}`;

/** The documents in a language. */
export const languageKey = (tag: string): string => `lang/${tag.toLowerCase()}`;
/** The words of one length with the same first letter, among which corrections of a mistyped word are found. */
export const spellingKey = (letter: string, length: number): string => `spell/${letter}${length}`;
/** The frequent words with the same first letter, among which completions of a word being typed are found. */
export const commonKey = (letter: string): string => `common/${letter}`;

/** The first character of a word, even one of two UTF-16 code units. */
export function firstLetter(word: string): string {
  const code = word.codePointAt(0);
  return code === undefined ? "" : String.fromCodePoint(code);
}

/** Whether a word can be corrected: letters only, at least four (a mistyped word of five may lack one). */
export function hasSpelling(word: string): boolean {
  return word.length >= 4 && word.length <= 30 && /^\p{L}+$/u.test(word);
}

/** How many UTF-16 code units two keys have in common at the start; never half of a surrogate pair, which UTF-8 cannot encode. */
export function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1;
  const unit = b.charCodeAt(shared - 1);
  return unit >= 0xd800 && unit < 0xdc00 ? shared - 1 : shared;
}

/** Writes a text that follows another in order (front coding): the length of their common prefix, and the rest. */
export function writeFollowing(out: ByteWriter, last: string, text: string): void {
  const shared = sharedLength(last, text);
  out.varint(shared);
  out.text(text.slice(shared));
}

/** Reads what writeFollowing wrote. */
export const readFollowing = (reader: ByteReader, last: string): string => last.slice(0, reader.varint()) + reader.text();
