/** The letter under which an index lists a name, as shown and as part of an address. */
export type LetterName = { letter: string; slug: string };

const NO_LETTER: LetterName = { letter: "#", slug: "0-9" };
const LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

/**
 * Returns the function that finds the index letter of a name. An accented letter is
 * listed under its base letter if the language treats both as one letter (É under
 * E; Ä under A in German, but separately in Swedish). Letters of other scripts are
 * listed separately, everything else under "#".
 * @param language the BCP 47 tag of the edition
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

/** The first letter with its combining marks, after quotation marks and brackets; undefined if the name starts with a digit or symbol. */
function firstLetter(name: string): string | undefined {
  return /^["'¿¡\p{Pi}\p{Pf}\p{Ps}\s]*(\p{L}\p{M}*)/u.exec(name.normalize("NFC"))?.[1];
}
