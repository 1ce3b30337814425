/** Under what a name stands in an index: the letter as shown, and as part of an address. */
export type LetterName = { letter: string; slug: string };

const NO_LETTER: LetterName = { letter: "#", slug: "0-9" };
const LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

/**
 * Gives the function that finds the letter of a name. A letter with an accent
 * stands under its base letter where the language sees one letter in both
 * (É under E; Ä under A in German, but by itself in Swedish). Letters of
 * other scripts stand by themselves, all else under "#".
 * @param language of the edition, a BCP 47 tag
 */
export function letterIn(language: string): (name: string) => LetterName {
  const base = new Intl.Collator(language, { sensitivity: "base" });
  const same = (a: string, b: string): boolean => base.compare(a, b) === 0;
  return (name) => {
    const first = firstLetter(name);
    const upper = first && firstLetter(first.toLocaleUpperCase(language));
    if (!upper) return NO_LETTER;
    const plain = upper.normalize("NFD").replace(/\p{M}/gu, "");
    const letter = LATIN.find((latin) => same(latin, upper)) ?? (same(plain, upper) ? plain : upper);
    return { letter, slug: letter.toLocaleLowerCase(language) };
  };
}

/** The first letter with its marks, past quotes and brackets; undefined for a name that starts with a digit or sign. */
function firstLetter(name: string): string | undefined {
  return /^["'¿¡\p{Pi}\p{Pf}\p{Ps}\s]*(\p{L}\p{M}*)/u.exec(name.normalize("NFC"))?.[1];
}
