/**
 * Text of an input as a terminal may show it: in one line, with every character
 * that is an order to a terminal, or turns the direction of what follows, as its code.
 */
export function printable(text: string): string {
  return text.replace(/\s*[\t\r\n\u2028\u2029]+\s*/gu, " ").replace(ORDERS, (character) => `\\u${codeOf(character)}`);
}

/** JSON that a terminal may show: it means the same. */
export const printableJson = (json: string): string => json.replace(ORDERS_IN_JSON, (character) => `\\u${codeOf(character)}`);

/** C0, DEL, C1 (ECMA-48, 8.3), and the controls of Unicode's bidirectional algorithm (UAX 9, 2). */
const ORDERS = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/gu;

/** What JSON.stringify leaves as it is; line ends outside of texts are its own. */
const ORDERS_IN_JSON = /[\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/gu;

const codeOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
