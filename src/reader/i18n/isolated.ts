import type { Direction } from "#content/blocks/inline.ts";

const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const FROM_LEFT = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u;

/**
 * A name inside a sentence. If it runs in the opposite direction, it is wrapped
 * in U+2068 and U+2069 (UAX #9, isolates), so that neither changes the order of
 * the other's words, digits and punctuation; otherwise it stays as it is.
 * @param around the direction of the sentence
 */
export function isolated(name: string | number, around: Direction): string | number {
  const opposite = around === "ltr" ? FROM_RIGHT : FROM_LEFT;
  return opposite.test(String(name)) ? `\u2068${name}\u2069` : name;
}
