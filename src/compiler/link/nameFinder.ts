/** A name as written in stories, and its page in the site; without `url`, it only prevents other names from being found inside it. */
export type KnownName = {
  name: string;
  url?: string;
  /** Whether a capitalised word beside it makes it part of another name: "Paris" in "Paris Agreement". */
  mustStandAlone?: boolean;
};

/** A name in a text, with its position in UTF-16 code units. */
export type FoundName = { at: number; length: number; url: string };

/** Finds the names in a text, in order and without overlaps. */
export type FindNames = (text: string) => FoundName[];

/** Scripts that do not separate words with spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const WORD = String.raw`[\p{L}\p{M}\p{N}]`;

/** Characters that make a name part of a longer word: "Baden-Württemberg", "www.europol.example", "@europol". */
const JOINED_BEFORE = /(?:[\p{L}\p{N}][-\u2010\u2011./&]|[@#_])$/u;
const JOINED_AFTER = /^(?:[@_]|[-\u2010\u2011./&][\p{L}\p{N}])/u;

/** Two characters have at most this many UTF-16 code units. */
const TWO = 4;

/**
 * Returns a function that finds names in texts: whole words, case-sensitive, the
 * longest name at each position. A text is scanned once, however many names there
 * are: each word is looked up among the first words of names. In a script without
 * spaces between words, each character is looked up instead, and Unicode word breaks
 * (UAX 29, from Intl.Segmenter with its dictionaries) say where a name may begin and end.
 * @param names if two are spelt alike, the first counts
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
  // Most words begin with a character that no name begins with, so this pattern skips them.
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
      const known = index < end ? undefined : names.get(key)?.find((candidate) => isAt(candidate, plain, index, isBreak));
      if (!known) continue;
      const { name, url } = known;
      end = index + name.length;
      if (url !== undefined) found.push({ at: index, length: name.length, url });
    }
    return found;
  };
}

function isAt({ name, mustStandAlone }: KnownName, text: string, at: number, isBreak: (at: number) => boolean): boolean {
  const end = at + name.length;
  return text.startsWith(name, at) && isWhole(text, at, end, isBreak) && !(mustStandAlone && isBesideName(text, at, end));
}

function add(map: Map<string, KnownName[]>, key: string, name: KnownName): void {
  const list = map.get(key);
  if (list) list.push(name);
  else map.set(key, [name]);
}

/** Replaces every kind of space and apostrophe by the plain one. The length stays the same. */
const folded = (text: string): string => text.replace(/[^\S ]/gu, " ").replace(/[\u2019\u02bc]/gu, "'");

/** The spellings of a name: "Coral bleaching" is lower case within a sentence, "the Netherlands" upper case at its start. */
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
 * A capitalised word before a name, or the start of one after it: "Jack London", "London Bridge", but not "In London, Kate".
 * At the start of a sentence, it counts only if it is longer than the words that sentences usually start with: "In", "The", "Aus".
 */
const CAPITAL_BEFORE = /(?:[^.!?\u2026:"\u201c\u201d\u201e\u00ab\u00bb\s]\s+\p{Lu}[\p{L}\p{M}'-]*|\p{Lu}[\p{L}\p{M}'-]{3,}) $/u;
const CAPITAL_AFTER = /^ \p{Lu}/u;

/** How far before a name a capitalised word may start to count as beside it, in UTF-16 code units. */
const LONGEST_WORD = 40;

const isBesideName = (text: string, at: number, end: number): boolean =>
  CAPITAL_AFTER.test(text.slice(end, end + TWO)) || CAPITAL_BEFORE.test(text.slice(Math.max(0, at - LONGEST_WORD), at));

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Returns a function that tells whether there is a word boundary at a position in the text. */
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
