/** Letters that Unicode does not decompose, and what readers type on a keyboard that lacks them. */
const LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  // Arabic: interchangeable forms of one letter (Lucene's ArabicNormalizer has the same list).
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
};

const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

/**
 * Marks that a reader may leave out: combining accents, Hebrew points, Arabic
 * vowels and tatweel. Not all of \p{M}: in Hindi, Thai or Japanese a mark is part of the letter.
 */
const OPTIONAL_MARKS = /[\u0300-\u036f]|[\u0591-\u05c7]|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670/gu;

const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/** The maximum length of a word. Anything longer is data, not a word, and only its beginning can be searched. */
export const LONGEST_WORD = 64;

/** A word in the form that index and query share. */
export function fold(word: string): string {
  return foldText(word).slice(0, LONGEST_WORD);
}

/** A text in lower case, without accents, ß as ss, Turkish ı as i, Arabic letters and digits in one form. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(OPTIONAL_MARKS, "")
    .replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
    .normalize("NFC");
}
