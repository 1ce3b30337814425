/** For each word of the quotation the word of the text that it is, or that stands in its stead; undefined where there is none. */
export type Alignment = { score: number; places: (number | undefined)[] };

/** What a word that is the same is worth, and what a changed one and a gap cost. */
const SAME = 2;
const OTHER = -1;
const OPEN = -2;
/** A gap costs little more when it is long: a paragraph that was put in between is one edit. */
const EXTEND = -0.125;

/** How the best alignment came to a cell: it begins there, or goes on from a pair of words or over a gap. */
const BEGIN = 0;
const PAIR = 1;
const SKIP_TEXT = 2;
const SKIP_QUOTE = 3;
/** Beside it, whether a gap that ends there goes on from the cell before, rather than begins. */
const TEXT_GOES_ON = 4;
const QUOTE_GOES_ON = 8;

/**
 * The stretch of a text that has most of a quotation: local alignment of their
 * words with affine gaps (Smith and Waterman, 1981; Gotoh, 1982).
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
  return { score: best.score, places: wayBack(steps, best.cell, width, quote.length) };
}

/** Follows the best alignment from its end to where it begins. */
function wayBack(steps: Uint8Array, end: number, width: number, words: number): (number | undefined)[] {
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
