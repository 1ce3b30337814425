const ONSETS = [
  "b",
  "br",
  "c",
  "ch",
  "cl",
  "d",
  "dr",
  "f",
  "fl",
  "g",
  "gr",
  "h",
  "j",
  "k",
  "l",
  "m",
  "n",
  "p",
  "pl",
  "pr",
  "qu",
  "r",
  "s",
  "sh",
  "st",
  "str",
  "t",
  "th",
  "tr",
  "v",
  "w",
  "y",
];
const VOWELS = ["a", "e", "i", "o", "u", "ea", "ou", "ai", "ee", "io"];
const CODAS = ["", "", "", "n", "r", "l", "s", "t", "nd", "st", "m", "ck", "ng", "rt", "p", "x"];
const ENDINGS = ["s", "ed", "ing", "er", "ers", "ly", "ion", "ions", "al", "ment"];

/** Ranks above this are those of little words, which have no other forms. */
const LITTLE = 120;

/** Words that look like English, by rank of frequency. Four in ten are another form of a commoner word. */
export function inventedWord(rank: number): string {
  const hash = Math.imul(rank + 1, 0x9e3779b1) >>> 0;
  if (rank >= LITTLE && hash % 10 < 4) {
    const lexeme = Math.max(LITTLE, Math.floor(rank * (0.2 + (hash % 97) / 140)));
    return lexemeOf(lexeme) + (ENDINGS[(hash >>> 8) % ENDINGS.length] ?? "");
  }
  return lexemeOf(rank);
}

function lexemeOf(rank: number): string {
  let rest = Math.imul(rank + 7, 0x85ebca6b) >>> 0;
  const syllables = rank < LITTLE ? 1 : rank < 5000 ? 2 : 3;
  let word = "";
  for (let i = 0; i < syllables; i += 1) {
    word +=
      (ONSETS[rest % ONSETS.length] ?? "") + (VOWELS[(rest >>> 5) % VOWELS.length] ?? "") + (CODAS[(rest >>> 9) % CODAS.length] ?? "");
    rest = Math.imul(rest ^ (rest >>> 13), 0xc2b2ae35) >>> 0;
  }
  return word;
}

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
