import type { Passage } from "./highlightPassage.ts";

/** How much of the text around a passage is stored with it, in UTF-16 code units. */
const AROUND = 64;

/** The passage of a text from `start` to `end`, without whitespace at its ends. */
export function passageAt(text: string, start: number, end: number): Passage {
  const whole = text.slice(start, end);
  const from = start + whole.length - whole.trimStart().length;
  const exact = whole.trim();
  const to = from + exact.length;
  return {
    exact,
    prefix: text.slice(Math.max(0, from - AROUND), from),
    suffix: text.slice(to, to + AROUND),
    start: from,
    end: to,
  };
}
