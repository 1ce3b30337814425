import { eachToken } from "./tokens.ts";

/** The UTF-16 offsets of a match in a text. */
export type Mark = { start: number; end: number };

/** A part of a text that begins at `start`. `before`, `after`: whether there is more on that side; marks are relative to the part. */
export type Passage = { text: string; start: number; marks: Mark[]; before: boolean; after: boolean };

/** The matches of words in a text, in order and without overlaps. `words` are those of Results. */
export function marks(text: string, words: ReadonlySet<string>): Mark[] {
  const found: Mark[] = [];
  for (const { start, end } of occurrences(text, words)) {
    const last = found.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

/**
 * The part of a text that has the most different words near each other.
 * Undefined if it has none.
 * @param length the approximate maximum length in UTF-16 code units
 */
export function passage(text: string, words: ReadonlySet<string>, length = 220): Passage | undefined {
  const found = occurrences(text, words);
  const best = densest(found, length * 0.7);
  if (!best) return undefined;
  const spare = Math.max(0, length - (best.end - best.start));
  const start = startNear(text, best.start - Math.round(spare / 2), best.start);
  const end = endNear(text, start + length, best.end);
  const part = text.slice(start, end);
  return { text: part, start, marks: marks(part, words), before: start > 0, after: end < text.length };
}

type Occurrence = Mark & { term: string };

function occurrences(text: string, words: ReadonlySet<string>): Occurrence[] {
  const found: Occurrence[] = [];
  eachToken(text, (term, start, end) => {
    if (words.has(term)) found.push({ start, end, term });
  });
  return found;
}

function densest(found: Occurrence[], width: number): Mark | undefined {
  let best: Mark | undefined;
  let most = 0;
  for (const [i, first] of found.entries()) {
    const inside = found.slice(i, i + 40).filter(({ end }) => end - first.start <= width || end === first.end);
    const score = new Set(inside.map(({ term }) => term)).size + inside.length / 100;
    if (score <= most) continue;
    most = score;
    best = { start: first.start, end: Math.max(first.end, inside.at(-1)?.end ?? 0) };
  }
  return best;
}

/** The start of a line or sentence shortly after `from`, else of a word; not after `most`. */
function startNear(text: string, from: number, most: number): number {
  if (from <= 0) return text.lastIndexOf("\n", Math.max(0, most - 1)) + 1;
  const line = text.lastIndexOf("\n", most - 1) + 1;
  if (line > from) return line;
  const sentence = /[.!?؟。！？]["”’»]?\s+|[。！？]/u.exec(text.slice(from, most));
  if (sentence) return from + sentence.index + sentence[0].length;
  const space = text.slice(from, most).search(/\s\S/u);
  return space === -1 ? most : from + space + 1;
}

/** The end of the line or the last word before `to`; not before `least`. */
function endNear(text: string, to: number, least: number): number {
  const line = text.indexOf("\n", least);
  if (line !== -1 && line <= to) return line;
  if (to >= text.length) return text.length;
  const space = text.slice(least, to + 1).search(/\s\S*$/u);
  return space === -1 ? Math.max(least, wholeCharacter(text, to)) : least + space;
}

function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
}
