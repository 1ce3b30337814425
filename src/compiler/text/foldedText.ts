/** A text normalised for comparison: without differences of case, white space and character forms. */
export const foldedText = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
