import { foldText } from "../text/fold.ts";
import type { ByteReader, ByteWriter } from "./bytes.ts";

/** A word's documents, with their impacts. */
export const wordKey = (word: string): string => `w/${word}`;
/** A word's positions in those documents. */
export const positionsKey = (word: string): string => `p/${word}`;
/** The documents with a word in the title. */
export const titleKey = (word: string): string => `h/${word}`;

/**
 * The documents with a value of a facet. A slug with accents is
 * found without them: its key has the folded slug first, then the slug itself.
 * @param name what it is looked up by, as a slug: its own, or one made of its name
 */
export function valueKey(facet: string, slug: string, name = slug): string {
  const folded = foldText(name);
  return folded === slug ? `${facet}/${slug}` : `${facet}/${folded}/${slug}`;
}

/** The slug that a value's key stands for. */
export const slugOfKey = (key: string): string => key.slice(key.lastIndexOf("/") + 1);

/** What the keys of values begin with that are called so, or whose names begin so. */
export const valueBeginning = (facet: string, name: string): string => `${facet}/${foldText(name)}`;

/** The documents in a language. */
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

/** The UTF-16 units that two keys begin with; never half of a character, which UTF-8 could not write. */
export function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1;
  const unit = b.charCodeAt(shared - 1);
  return unit >= 0xd800 && unit < 0xdc00 ? shared - 1 : shared;
}

/** Writes a text that follows another in order: how much of that it begins with, and the rest. */
export function writeFollowing(out: ByteWriter, last: string, text: string): void {
  const shared = sharedLength(last, text);
  out.varint(shared);
  out.text(text.slice(shared));
}

/** Reads what writeFollowing wrote. */
export const readFollowing = (reader: ByteReader, last: string): string => last.slice(0, reader.varint()) + reader.text();
