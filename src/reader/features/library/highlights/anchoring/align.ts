/** For each word of the quotation, the index of the word of the text that matches or replaces it; undefined if there is none. */
export type Alignment = { score: number; places: (number | undefined)[] };

/** The scores of a word that is the same, of a changed one, and of a gap. */
const SAME = 2;
const OTHER = -1;
const OPEN = -2;
/** A long gap costs little more than a short one: an inserted paragraph is one edit. */
const EXTEND = -0.125;

/** How the best alignment reaches a cell: it begins there, or continues with a pair of words or across a gap. */
const BEGIN = 0;
const PAIR = 1;
const SKIP_TEXT = 2;
const SKIP_QUOTE = 3;
/** Flags added to it: whether a gap that ends there continues from the cell before, instead of beginning. */
const TEXT_GOES_ON = 4;
const QUOTE_GOES_ON = 8;

/**
 * Finds the stretch of a text that best matches a quotation: local alignment of
 * their words with affine gaps (Smith and Waterman, 1981; Gotoh, 1982).
 */
export function align(quote: readonly string[], text: readonly string[]): Alignment {
  const width = text.length + 1;
  const steps = new Uint8Array((quote.length + 1) * width);
  const skipQuote = new Float32Array(width).fill(-Infinity);
  let above = new Float32Array(width);
  let best = { score: 0, cell: 0 };
  for (let row = 1; row <= quote.length; row += 1) {
    const scores = new Float32Array(width);
    let skipText = -Infinity;
    for (let column = 1; column < width; column += 1) {
      const textOpens = (scores[column - 1] ?? 0) + OPEN;
      const quoteOpens = (above[column] ?? 0) + OPEN;
      const textGoesOn = skipText + EXTEND > textOpens;
      const quoteGoesOn = (skipQuote[column] ?? 0) + EXTEND > quoteOpens;
      skipText = textGoesOn ? skipText + EXTEND : textOpens;
      const overQuote = quoteGoesOn ? (skipQuote[column] ?? 0) + EXTEND : quoteOpens;
      skipQuote[column] = overQuote;
      const pair = (above[column - 1] ?? 0) + (quote[row - 1] === text[column - 1] ? SAME : OTHER);
      const score = Math.max(0, pair, skipText, overQuote);
      const step = score === 0 ? BEGIN : score === pair ? PAIR : score === skipText ? SKIP_TEXT : SKIP_QUOTE;
      steps[row * width + column] = step + (textGoesOn ? TEXT_GOES_ON : 0) + (quoteGoesOn ? QUOTE_GOES_ON : 0);
      scores[column] = score;
      if (score > best.score) best = { score, cell: row * width + column };
    }
    above = scores;
  }
  return { score: best.score, places: traceback(steps, best.cell, width, quote.length) };
}

/** Follows the best alignment from its end to where it begins. */
function traceback(steps: Uint8Array, end: number, width: number, words: number): (number | undefined)[] {
  const places: (number | undefined)[] = Array.from({ length: words });
  let cell = end;
  let step = (steps[cell] ?? 0) & 3;
  while (step !== BEGIN) {
    const here = steps[cell] ?? 0;
    let goesOn = false;
    if (step === PAIR) {
      places[Math.floor(cell / width) - 1] = (cell % width) - 1;
      cell -= width + 1;
    } else if (step === SKIP_TEXT) {
      goesOn = (here & TEXT_GOES_ON) > 0;
      cell -= 1;
    } else {
      goesOn = (here & QUOTE_GOES_ON) > 0;
      cell -= width;
    }
    if (!goesOn) step = (steps[cell] ?? 0) & 3;
  }
  return places;
}
