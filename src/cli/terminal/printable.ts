/**
 * Makes text of an input safe for a terminal: on one line, with every control
 * character, and every one that changes the direction of text, escaped.
 */
export function printable(text: string): string {
  return text
    .replace(/\s+/gu, (space) => (LINE_OR_TAB.test(space) ? " " : space))
    .replace(ORDERS, (character) => `\\u${codeOf(character)}`);
}

/** Says a sentence to whoever runs a command. */
export const sayOnScreen = (sentence: string): void => console.error(printable(sentence));

/** JSON made safe for a terminal, with the same meaning. */
export const printableJson = (json: string): string => json.replace(ORDERS_IN_JSON, (character) => `\\u${codeOf(character)}`);

const LINE_OR_TAB = /[\t\r\n\u2028\u2029]/u;

/** C0, DEL, C1 (ECMA-48, 8.3), and the controls of Unicode's bidirectional algorithm (UAX 9, 2). */
const ORDERS = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/gu;

/** The control characters that JSON.stringify does not escape. The line breaks between its values stay. */
const ORDERS_IN_JSON = /[\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/gu;

const codeOf = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, "0");
