import { align, type Alignment } from "./align.ts";
import type { Passage } from "./passage.ts";

/** What an alignment must be worth: six words in a row, or most of a quotation that is shorter with all that stands around it. */
const ENOUGH = 12;
/** Another place in the text that is worth this share of the best leaves open which is meant. */
const RIVAL = 0.6;
/** How much of the passage's own words must still be there. */
const KEPT = 0.5;
/** Passages of up to this many words are found by what stands around them alone. */
const FEW = 5;
/** At the beginning or end of a text there is one neighbour less; then this many words must be there on the other side. */
const AT_AN_END = 5;

/**
 * Where a passage stands in a text that may have been edited since: by its
 * position where nothing was, else by the words of its quotation and of what
 * stood around it. Undefined where it is not there any more, or could as well
 * stand elsewhere: a highlight may be lost, but never put on other words.
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

/** Whether about as much of the quotation stands elsewhere: in another stretch of the text, or in this one when it is read a few words on, as a refrain can be. */
function hasRival(found: Alignment, quote: readonly Word[], names: readonly string[], own: Span): boolean {
  const here = found.places.filter((place) => place !== undefined);
  const ownHere = found.places.slice(own.first, own.end).filter((place) => place !== undefined);
  return [here, ownHere].some((places) => {
    const [first, last] = [Math.min(...places), Math.max(...places)];
    const others = names.map((name, place) => (place >= first && place <= last ? "" : name));
    const rival = align(textsOf(quote), others);
    // One that has none of the passage's own words is its surroundings alone.
    return rival.score >= RIVAL * found.score && sameWords(rival, quote, others, own) > 0;
  });
}

/** Whether enough of the passage's own words are there; of few words all, between their neighbours as they were. */
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

/** From the first word to the last one, with the signs before and behind them that the passage began and ended with. */
function withSigns(text: string, { exact }: Passage, first: Word | undefined, last: Word | undefined) {
  if (!first || !last) return undefined;
  const [before = ""] = /^[^\p{L}\p{N}]*/u.exec(exact) ?? [];
  const [behind = ""] = /[^\p{L}\p{N}]*$/u.exec(exact) ?? [];
  return {
    start: text.endsWith(before, first.start) ? first.start - before.length : first.start,
    end: text.startsWith(behind, last.end) ? last.end + behind.length : last.end,
  };
}

/** A word of a text, and where it stands in it, in UTF-16 units. */
type Word = { text: string; start: number; end: number };

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** The words of a text, also where no spaces part them. Signs between them are none: an edit that turns quotation marks changes no word. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push({ text: segment.normalize("NFC"), start: index, end: index + segment.length });
  }
  return words;
}
