/** A name as stories may write it, and the page in the site that tells more; without one it only keeps others from being found in it. */
export type KnownName = {
  name: string;
  url?: string;
  /** Whether it is a part of another name where a capitalised word stands beside it: "Paris" of "Paris Agreement". */
  isApart?: boolean;
};

/** A name in a text, in UTF-16 units. */
export type FoundName = { at: number; length: number; url: string };

/** Finds the names in a text, in their order; none overlaps another. */
export type FindNames = (text: string) => FoundName[];

/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const WORD = String.raw`[\p{L}\p{M}\p{N}]`;

/** What makes a name a part of a longer word: "Baden-Württemberg", "www.europol.example", "@europol". */
const JOINED_BEFORE = /(?:[\p{L}\p{N}][-\u2010\u2011./&]|[@#_])$/u;
const JOINED_AFTER = /^(?:[@_]|[-\u2010\u2011./&][\p{L}\p{N}])/u;

/** UTF-16 units of two characters. */
const TWO = 4;

/**
 * Makes what finds names in texts: whole words, by their case, the longest that
 * begins at a place. A text is gone through once, however many names there are:
 * each of its words asks for the names that begin with it. Where a script puts no
 * space between words each character asks, and the word breaks of Unicode
 * (UAX 29, by Intl.Segmenter with its dictionaries) tell where a name may begin and end.
 * @param names of two that are written alike the first counts
 */
export function nameFinder(names: KnownName[]): FindNames {
  const byWord = new Map<string, KnownName[]>();
  const byCharacter = new Map<string, KnownName[]>();
  const seen = new Set<string>();
  for (const known of names) {
    for (const form of formsOf(known.name)) {
      const word = /^[\p{L}\p{M}\p{N}]+/u.exec(form)?.[0];
      if (word === undefined || seen.has(form)) continue;
      seen.add(form);
      add(byWord, word, { ...known, name: form });
      add(byCharacter, String.fromCodePoint(word.codePointAt(0) ?? 0), { ...known, name: form });
    }
  }
  for (const map of [byWord, byCharacter]) for (const list of map.values()) list.sort((a, b) => b.name.length - a.name.length);
  if (byCharacter.size === 0) return () => [];
  // Most words begin with another character than any name.
  const first = `[${[...byCharacter.keys()].join("")}]`;
  const words = new RegExp(`(?<!${WORD})${first}${WORD}*`, "gu");
  const characters = new RegExp(first, "gu");
  return (text) => {
    const found: FoundName[] = [];
    const plain = folded(text);
    const isBreak = breaksIn(plain);
    const [places, names] = UNSPACED.test(plain) ? [characters, byCharacter] : [words, byWord];
    let end = 0;
    for (const { 0: key, index } of plain.matchAll(places)) {
      const known = index < end ? undefined : names.get(key)?.find((each) => stands(each, plain, index, isBreak));
      if (!known) continue;
      const { name, url } = known;
      end = index + name.length;
      if (url !== undefined) found.push({ at: index, length: name.length, url });
    }
    return found;
  };
}

function stands({ name, isApart }: KnownName, text: string, at: number, isBreak: (at: number) => boolean): boolean {
  const end = at + name.length;
  return text.startsWith(name, at) && isWhole(text, at, end, isBreak) && !(isApart && isBesideName(text, at, end));
}

function add(map: Map<string, KnownName[]>, key: string, name: KnownName): void {
  const list = map.get(key);
  if (list) list.push(name);
  else map.set(key, [name]);
}

/** The same characters, each as long: any space is a space, any apostrophe one. */
const folded = (text: string): string => text.replace(/[^\S ]/gu, " ").replace(/[\u2019\u02bc]/gu, "'");

/** "Coral bleaching" is a common noun and small within a sentence, "the Netherlands" large at its beginning; "Voyager 1" is always as it is. */
function formsOf(name: string): string[] {
  const form = folded(name.normalize("NFC").trim().replace(/\s+/gu, " "));
  if (!/\s\p{Ll}|^\p{Ll}.*\s/u.test(form)) return [form];
  const [first = ""] = form;
  const rest = form.slice(first.length);
  return [...new Set([form, first.toLowerCase() + rest, first.toUpperCase() + rest])];
}

function isWhole(text: string, at: number, end: number, isBreak: (at: number) => boolean): boolean {
  return (
    isBreak(at) &&
    isBreak(end) &&
    !JOINED_BEFORE.test(text.slice(Math.max(0, at - TWO), at)) &&
    !JOINED_AFTER.test(text.slice(end, end + TWO))
  );
}

/**
 * A word before a name, and the beginning of one after it: "Jack London", "London Bridge", but not "In London, Kate".
 * At the beginning of a sentence it is a part of the name if it has more letters than most of what sentences begin with: "In", "The", "Aus".
 */
const CAPITAL_BEFORE = /(?:[^.!?\u2026:"\u201c\u201d\u201e\u00ab\u00bb\s]\s+\p{Lu}[\p{L}\p{M}'-]*|\p{Lu}[\p{L}\p{M}'-]{3,}) $/u;
const CAPITAL_AFTER = /^ \p{Lu}/u;

/** Longer words are none that a name begins with, in UTF-16 units. */
const LONGEST_WORD = 40;

const isBesideName = (text: string, at: number, end: number): boolean =>
  CAPITAL_AFTER.test(text.slice(end, end + TWO)) || CAPITAL_BEFORE.test(text.slice(Math.max(0, at - LONGEST_WORD), at));

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Tells whether a word of a text may end at a place and another begin. */
function breaksIn(text: string): (at: number) => boolean {
  let breaks: Set<number> | undefined;
  return (at) => {
    const before = /[\p{L}\p{M}\p{N}]$/u.exec(text.slice(Math.max(0, at - TWO), at))?.[0];
    const after = /^[\p{L}\p{M}\p{N}]/u.exec(text.slice(at, at + TWO))?.[0];
    if (before === undefined || after === undefined) return true;
    if (!UNSPACED.test(before) && !UNSPACED.test(after)) return false;
    breaks ??= new Set([...segmenter.segment(text)].map(({ index }) => index));
    return breaks.has(at);
  };
}
