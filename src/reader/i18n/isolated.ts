import type { Direction } from "#content/blocks/inline.ts";

const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const FROM_LEFT = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u;

/**
 * A name as a part of a sentence. Where it runs against the sentence it is
 * wrapped in U+2068 and U+2069 (UAX #9, isolates), so that neither mixes up the
 * order of the other's words, digits and signs; otherwise it stays as it is.
 * @param around the direction of the sentence
 */
export function isolated(name: string | number, around: Direction): string | number {
  const against = around === "ltr" ? FROM_RIGHT : FROM_LEFT;
  return against.test(String(name)) ? `\u2068${name}\u2069` : name;
}
