import { align, type Alignment } from "./align.ts";
import type { Passage } from "./highlightPassage.ts";

/** The lowest score of an alignment: six words in a row, or most of a quotation that is shorter, including its surroundings. */
const ENOUGH = 12;
/** If another place in the text scores this share of the best, it is ambiguous which is meant. */
const RIVAL = 0.6;
/** The share of the passage's own words that must still be there. */
const KEPT = 0.5;
/** Passages of up to this many words are found only if nothing has changed in them and in the words next to them. */
const FEW = 5;
/** At the beginning or end of a text one neighbour is missing; then this many words must be there on the other side. */
const AT_AN_END = 5;

/**
 * Finds a passage in a text that may have been edited since: by its position if
 * nothing there has changed, else by the words of its quotation and its
 * surroundings. Undefined if it is gone, or could as well be elsewhere: a
 * highlight may be lost, but never put on other words.
 */
export function findPassage(text: string, passage: Passage): { start: number; end: number } | undefined {
  const { exact, prefix, suffix, start, end } = passage;
  if (text.startsWith(prefix + exact + suffix, start - prefix.length)) return { start, end };
  const quote = wordsIn(prefix + exact + suffix);
  const words = wordsIn(text);
  const names = textsOf(words);
  const found = align(textsOf(quote), names);
  const own = ownWords(quote, prefix.length, prefix.length + exact.length);
  if (found.score < ENOUGH || !isKept(found, quote, names, own) || hasRival(found, quote, names, own)) return undefined;
  const places = found.places.slice(own.first, own.end).filter((place) => place !== undefined);
  return withSigns(text, passage, words[Math.min(...places)], words[Math.max(...places)]);
}

/** Whether about as much of the quotation is found elsewhere in the text, or in the same stretch a few words on, as in a refrain. */
function hasRival(found: Alignment, quote: readonly Word[], names: readonly string[], own: Span): boolean {
  const here = found.places.filter((place) => place !== undefined);
  const ownHere = found.places.slice(own.first, own.end).filter((place) => place !== undefined);
  return [here, ownHere].some((places) => {
    const [first, last] = [Math.min(...places), Math.max(...places)];
    const others = names.map((name, place) => (place >= first && place <= last ? "" : name));
    const rival = align(textsOf(quote), others);
    // A rival with none of the passage's own words matches only its surroundings.
    return rival.score >= RIVAL * found.score && sameWords(rival, quote, others, own) > 0;
  });
}

/** Whether enough of the passage's own words are there; if they are few, all of them, between the same neighbours. */
function isKept(found: Alignment, quote: readonly Word[], names: readonly string[], own: Span): boolean {
  const count = own.end - own.first;
  if (count > FEW) return sameWords(found, quote, names, own) >= KEPT * count;
  const [isFirst, isLast] = [own.first === 0, own.end === quote.length];
  const near = {
    first: Math.max(0, own.first - (isLast ? AT_AN_END : 1)),
    end: Math.min(quote.length, own.end + (isFirst ? AT_AN_END : 1)),
  };
  const places = found.places.slice(near.first, near.end);
  const inARow = places.every((place, index) => place !== undefined && place - index === places[0]);
  return count > 0 && inARow && sameWords(found, quote, names, near) === near.end - near.first;
}

const textsOf = (words: readonly Word[]): string[] => words.map(({ text }) => text);

type Span = { first: number; end: number };

/** Which words of a quotation are the passage's own. */
function ownWords(quote: readonly Word[], start: number, end: number): Span {
  const first = quote.findIndex((word) => word.end > start);
  const last = quote.findLastIndex((word) => word.start < end);
  return { first, end: last + 1 };
}

function sameWords({ places }: Alignment, quote: readonly Word[], names: readonly string[], { first, end }: Span): number {
  let count = 0;
  for (let index = first; index < end; index += 1) {
    const place = places[index];
    if (place !== undefined && names[place] === quote[index]?.text) count += 1;
  }
  return count;
}

/** From the first word to the last one, with the punctuation that the passage began and ended with. */
function withSigns(text: string, { exact }: Passage, first: Word | undefined, last: Word | undefined) {
  if (!first || !last) return undefined;
  const [before = ""] = /^[^\p{L}\p{N}]*/u.exec(exact) ?? [];
  const [behind = ""] = /[^\p{L}\p{N}]*$/u.exec(exact) ?? [];
  return {
    start: text.endsWith(before, first.start) ? first.start - before.length : first.start,
    end: text.startsWith(behind, last.end) ? last.end + behind.length : last.end,
  };
}

/** A word of a text, and its position, in UTF-16 code units. */
type Word = { text: string; start: number; end: number };

let segmenter: Intl.Segmenter | undefined;

/** The words of a text, even if no spaces separate them. Punctuation does not count: an edit of quotation marks changes no word. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push({ text: segment.normalize("NFC"), start: index, end: index + segment.length });
  }
  return words;
}
