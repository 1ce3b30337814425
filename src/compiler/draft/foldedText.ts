/** A text without what does not tell it from another: its capitals, its spaces, and the forms of its characters. */
export const foldedText = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
