/** The longest utterance, in characters. Scripts that write a syllable or a word with one character need fewer. */
const LONG = 200;
const LONG_IN_SIGNS = 60;
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Where a speaker would pause for breath: after a comma, a colon or a dash, in any script. */
const BREATHS = /(?<=[,;:،؛、，；：—–])\s*/u;

/** A full stop after these does not end a sentence: ordinals in German and Danish, initials, titles. */
const NO_END = /(?<![\p{L}\p{N}])(?:\p{N}{1,2}|\p{L}|Mrs?|Ms|Dr|Prof|St|Gen|Sen|Sgt|No|Nr|Mme|Sra?)\.$/u;

/** The sentences of a text in a language, each short enough for one utterance. */
export const sentencesOf = (text: string, language: string): string[] => wholeSentences(text, language).flatMap(inBreaths).filter(isSpoken);

/** The same, however long each is. */
export const wholeSentences = (text: string, language: string): string[] =>
  whole([...segmenter(language).segment(text)].map(({ segment }) => segment.trim())).filter(isSpoken);

const isSpoken = (sentence: string): boolean => /[\p{L}\p{N}]/u.test(sentence);

/** Joins segments that the segmenter splits at the full stop of an abbreviation. */
function whole(segments: string[]): string[] {
  const sentences: string[] = [];
  for (const segment of segments) {
    const last = sentences.at(-1);
    if (last !== undefined && NO_END.test(last)) sentences[sentences.length - 1] = `${last} ${segment}`;
    else sentences.push(segment);
  }
  return sentences;
}

/** Splits only sentences that are too long, to keep the intonation of the others. */
function inBreaths(sentence: string): string[] {
  const long = SIGNS.test(sentence) ? LONG_IN_SIGNS : LONG;
  if (sentence.length <= long) return [sentence];
  const spoken: string[] = [];
  for (const breath of sentence.split(BREATHS)) {
    const last = spoken.at(-1);
    if (last !== undefined && last.length + breath.length < long) spoken[spoken.length - 1] = `${last} ${breath}`;
    else spoken.push(breath);
  }
  return spoken;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "sentence" });
  segmenters.set(language, known);
  return known;
}
