import { fold, LONGEST_WORD } from "./fold.ts";

/**
 * The kind of a token: a word; the same word without its article, at the same
 * position; two characters of a script without spaces; the last of these.
 */
export type TokenKind = "word" | "stripped" | "pair" | "last";

/** `start` and `end` are UTF-16 offsets in the text; `position` counts words (or characters of an unspaced script). */
export type Visit = (term: string, start: number, end: number, position: number, kind: TokenKind) => void;

const APOSTROPHES = new Set(["'", "’", "ʼ", "＇"]);
const MOST_CACHED = 50_000;
const folded = new Map<string, string>();

/**
 * Splits a text into search terms, by the same rules for documents and queries. It
 * scans character codes, since Intl.Segmenter takes thirty times as long.
 * "Europol’s" is europol, "l’été" is ete, "U.S." is us, "268,000" is 268000;
 * hyphens and full stops separate words.
 * @param from the position of the first token
 * @returns the position after the last
 */
export function eachToken(text: string, visit: Visit, from = 0): number {
  let position = from;
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const kind = charClass(code);
    if (kind === GAP) at += code > 0xffff ? 2 : 1;
    else if (kind === UNSPACED) [at, position] = unspaced(text, at, position, visit);
    else {
      const end = wordEnd(text, at);
      if (!isFragment(text, at, end)) {
        const whole = joined(text, at, end);
        visitWord(text.slice(at, whole), at, whole, position, visit);
        position += 1;
        at = whole;
      } else at = end;
    }
  }
  return position;
}

function visitWord(raw: string, start: number, end: number, position: number, visit: Visit): void {
  const term = termOf(raw);
  if (term === "") return;
  visit(term, start, end, position, "word");
  const bare = withoutArticle(term);
  if (bare !== undefined) visit(bare, start, end, position, "stripped");
}

const PLAIN = /^[a-z0-9]+$/u;

function termOf(raw: string): string {
  if (raw.length <= LONGEST_WORD && PLAIN.test(raw)) return raw;
  const known = folded.get(raw);
  if (known !== undefined) return known;
  if (folded.size >= MOST_CACHED) folded.clear();
  const term = fold(raw.replace(/[.,]/gu, ""));
  folded.set(raw, term);
  return term;
}

function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (charClass(code) !== WORD) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** Whether a word is only the s of a possessive or the l of an elision: one letter at an apostrophe. */
function isFragment(text: string, start: number, end: number): boolean {
  return (
    end - start === 1 &&
    (APOSTROPHES.has(text.charAt(start - 1)) || (APOSTROPHES.has(text.charAt(end)) && wordEnd(text, end + 1) > end + 1))
  );
}

const isDigit = (character: string): boolean => character >= "0" && character <= "9" && character.length === 1;

/** The end of a word, including the letters of an abbreviation and the groups of a number, across full stops and commas. */
function joined(text: string, start: number, end: number): number {
  if (end - start === 1 && !isDigit(text.charAt(start))) return abbreviationEnd(text, end);
  return end - start <= 3 && text.charAt(end) === "," && isDigit(text.charAt(end - 1)) ? numberEnd(text, start, end) : end;
}

function abbreviationEnd(text: string, end: number): number {
  let at = end;
  while (text.charAt(at) === "." && wordEnd(text, at + 1) === at + 2) at += 2;
  return at;
}

function numberEnd(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if (!isDigit(text.charAt(at))) return end;
  let at = end;
  while (/^,\d{3}(?!\d)/u.test(text.slice(at, at + 5))) at += 4;
  return at;
}

function unspaced(text: string, start: number, position: number, visit: Visit): [number, number] {
  let at = start;
  let next = position;
  let character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  for (;;) {
    const after = at + character.length;
    const code = text.codePointAt(after);
    if (code === undefined || charClass(code) !== UNSPACED) {
      visit(fold(character), at, after, next, "last");
      return [after, next + 1];
    }
    const following = String.fromCodePoint(code);
    visit(fold(character + following), at, after + following.length, next, "pair");
    at = after;
    next += 1;
    character = following;
  }
}

/** The classes of characters: between words; part of a word; of a script written without spaces. */
const GAP = 0;
const WORD = 1;
const UNSPACED = 2;

const WORDLIKE = /[\p{L}\p{N}\p{M}]/u;

/** Scripts without spaces between words, or (Hangul) with endings attached to them: their text is searched by pairs of characters. */
const WITHOUT_SPACES =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

const UNKNOWN = 255;
const known = new Uint8Array(0x10000).fill(UNKNOWN);

/** The class of a code point. Cached for the basic plane, since it is needed for every character of an archive. */
function charClass(codePoint: number): number {
  const cached = known[codePoint];
  if (cached !== undefined && cached !== UNKNOWN) return cached;
  const found = classify(String.fromCodePoint(codePoint));
  if (codePoint < known.length) known[codePoint] = found;
  return found;
}

function classify(character: string): number {
  if (!WORDLIKE.test(character)) return GAP;
  return WITHOUT_SPACES.test(character) ? UNSPACED : WORD;
}

/** Whether a character belongs to a script written without spaces. */
export const isUnspaced = (codePoint: number): boolean => charClass(codePoint) === UNSPACED;

/** Prefixes written as one word with the next: conjunctions, prepositions and articles (those of the stemmer "light10"). */
const PREFIXES = ["وال", "بال", "كال", "فال", "ولل", "ال", "لل"];

const ARABIC = /^[\u0620-\u064a]/u;

/** A folded Arabic word without its article and the prefixes before it; undefined if it has none. */
export function withoutArticle(word: string): string | undefined {
  if (!ARABIC.test(word)) return undefined;
  const prefix = PREFIXES.find((candidate) => word.startsWith(candidate) && word.length - candidate.length >= 2);
  if (prefix !== undefined) return word.slice(prefix.length);
  return word.startsWith("و") && word.length >= 4 ? word.slice(1) : undefined;
}
