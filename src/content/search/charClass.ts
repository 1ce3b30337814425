/** Between words; part of a word; part of a script that is written without spaces. */
export const GAP = 0;
export const WORD = 1;
export const UNSPACED = 2;

const WORDLIKE = /[\p{L}\p{N}\p{M}]/u;

/** Scripts without spaces between words, or (Hangul) with endings written onto them: their text is searched by pairs of characters. */
const WITHOUT_SPACES =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

const UNKNOWN = 255;
const known = new Uint8Array(0x10000).fill(UNKNOWN);

/** The class of a code point. Those of the basic plane are worked out once: it is asked for every character of an archive. */
export function charClass(codePoint: number): number {
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
