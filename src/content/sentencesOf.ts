/** How much is spoken in one go, in characters. Scripts that write a syllable or a word with one sign need less. */
const LONG = 200;
const LONG_IN_SIGNS = 60;
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Where a voice would take a breath: after a comma, a colon, a dash, in any script. */
const BREATHS = /(?<=[,;:،؛、，；：—–])\s*/u;

/** A full stop after these ends no sentence: the ordinals of German and Danish, initials, titles. */
const NO_END = /(?<![\p{L}\p{N}])(?:\p{N}{1,2}|\p{L}|Mrs?|Ms|Dr|Prof|St|Gen|Sen|Sgt|No|Nr|Mme|Sra?)\.$/u;

/** The sentences of a text in a language, each short enough to be spoken in one go. */
export function sentencesOf(text: string, language: string): string[] {
  return whole([...segmenter(language).segment(text)].map(({ segment }) => segment.trim()))
    .flatMap(inBreaths)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** Joins what the segmenter parts at the full stop of an abbreviation. */
function whole(segments: string[]): string[] {
  const sentences: string[] = [];
  for (const segment of segments) {
    const last = sentences.at(-1);
    if (last !== undefined && NO_END.test(last)) sentences[sentences.length - 1] = `${last} ${segment}`;
    else sentences.push(segment);
  }
  return sentences;
}

/** Only what is too long is parted, so that a voice keeps the melody of a sentence. */
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
