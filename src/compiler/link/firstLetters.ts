import { letterIn, type LetterName } from "./letterOf.ts";

/**
 * Gives the function that finds the first letters of a name, "Int" for
 * "International": what divides the names under one letter when they are too
 * many for a page. Letters and figures count, what stands between them does
 * not; accents count as they do for the first letter.
 * @param language of the edition, a BCP 47 tag
 */
export function firstLetters(language: string): (name: string, length: number) => LetterName {
  const letterOf = letterIn(language);
  return (name, length) => {
    const signs = (name.normalize("NFC").match(/\p{L}\p{M}*|\p{N}/gu) ?? ["0"]).slice(0, length);
    const letters = signs.map((sign) => (/\p{N}/u.test(sign) ? sign : letterOf(sign).letter)).join("");
    const slug = letters.toLocaleLowerCase(language);
    return { letter: letters.slice(0, 1) + slug.slice(1), slug };
  };
}
