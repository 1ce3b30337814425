/** A word of a text, and where it stands in it, in UTF-16 units. */
export type Word = { text: string; start: number; end: number };

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** The words of a text, also where no spaces part them. Signs between them are none: an edit that turns quotation marks changes no word. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push({ text: segment.normalize("NFC"), start: index, end: index + segment.length });
  }
  return words;
}
