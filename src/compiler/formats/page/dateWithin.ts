/** A date as people write it. */
const DAY = [
  String.raw`\d{4}-\d{1,2}-\d{1,2}`,
  String.raw`\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日`,
  String.raw`\d{4}[./]\d{1,2}[./]\d{1,2}(?!\d)`,
  String.raw`\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)`,
  String.raw`\d{1,2}(?:st|nd|rd|th|er|\.)?,? (?:de )?\p{L}[\p{L}\p{M}]{2,}\.?,? (?:de )?\d{4}(?!\d)`,
  String.raw`\p{L}[\p{L}\p{M}]{2,}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)`,
  String.raw`\p{L}[\p{L}\p{M}]{2,}\.? \d{1,2}(?:st|nd|rd|th)?(?=, \d{1,2}:\d\d)`,
].join("|");
const TIME = String.raw`(?:[T ,]+(?:at |à |um |às )?\d{1,2}[:h.]\d\d(?::\d\d)?(?:\.\d+)?(?: ?[ap]\.?m\b\.?)?(?:Z| ?[+-]\d\d:?\d\d| [A-Z]{3,4}\b)?)?`;
const DATE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${DAY})${TIME}`, "iu");

/** The first date within a text, as written, with its time if that follows. */
export const dateWithin = (text: string): string | undefined => DATE.exec(text.slice(0, LONGEST))?.[0];

const LONGEST = 400;
