/**
 * Text without control characters and lone surrogates, which JSON parsers and
 * feeds reject. Quotation marks and dashes that old software left as
 * Windows-1252 codes become the characters they were meant to be.
 */
export function cleanText(text: string): string {
  // eslint-disable-next-line no-control-regex
  return windows1252(text.replace(/[\u0000-\u0008\u000B\u000E-\u001F\u007F\uFFFE\uFFFF]/gu, "")).replace(/\p{Cs}/gu, "\uFFFD");
}

/** Windows-1252 at 0x80 to 0x9F, where Unicode has control characters that no text uses (WHATWG Encoding Standard, index windows-1252). */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** Reinterprets text decoded as Latin-1 as Windows-1252. Node's own decoder also yields control characters here (seen in 20.20). */
export function windows1252(text: string): string {
  return text.replace(/[\u0080-\u009F]/gu, (control) => WINDOWS.charAt(control.charCodeAt(0) - 0x80));
}

/** Text on one line, without characters that have no place in text. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/gu, " ").trim();
