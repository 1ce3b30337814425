import type { CountedRef, IndexPage, Letter } from "#content/pages/indexPage.ts";
import { groupBy } from "../text/groupBy.ts";
import { letterIn, type LetterName } from "./letterOf.ts";
import { largestFirst, refOf, type Subject } from "./subjects.ts";

/** How many names of one letter an overview shows. */
const MOST_NAMES = 24;

/** How many names one page lists. The page of a letter with more is itself an overview, of the names that begin with Ma, Me, Mi. */
const MOST_ON_A_PAGE = 300;

/** A page, and the letters that its names begin with; undefined for the overview. */
type OwnPage = { slug: string | undefined; value: IndexPage };

type Group = LetterName & { names: Subject[]; /** How many first letters the names share. */ depth: number };

/**
 * The A to Z index of topics or places, in the order of the edition's language:
 * the overview, then a page for each letter with more than 24 names. The overview
 * shows a letter's 24 most frequent names and counts the rest in `more`.
 * No page grows with the edition: if a letter has more than 300 names, its
 * page is an overview by their first two letters, and so on.
 * @param subjects all of one kind
 * @param language the BCP 47 tag of the edition; in English a leading "the" is ignored
 */
export function aToZ(kind: IndexPage["kind"], subjects: Subject[], language: string): OwnPage[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const inOrder = (a: Subject, b: Subject): number =>
    collator.compare(sortName(a.name, language), sortName(b.name, language)) || (a.slug < b.slug ? -1 : 1);
  const byLetter = (a: Group, b: Group): number =>
    Number(a.letter === "#") - Number(b.letter === "#") || collator.compare(a.letter, b.letter);
  const letterOf = letterIn(language);
  const begins = firstLetters(language);

  const overview = (groups: Group[]): Letter[] =>
    groups.map((group) => shown(group, group.names.toSorted(largestFirst).slice(0, MOST_NAMES).toSorted(inOrder)));
  const pagesOf = (group: Group): OwnPage[] => {
    const { letter, slug } = group;
    const parts = group.names.length > MOST_ON_A_PAGE ? split(group) : [];
    const letters = parts.length > 0 ? overview(parts) : [shown(group, group.names.toSorted(inOrder))];
    return [{ slug, value: { kind, letter, letters } }, ...longPages(parts)];
  };
  const longPages = (groups: Group[]): OwnPage[] => groups.filter(({ names }) => names.length > MOST_NAMES).flatMap(pagesOf);
  const grouped = (names: Subject[], depth: number, of: (name: string) => LetterName): Group[] =>
    [...groupBy(names, ({ name }) => of(sortName(name, language)).slug)]
      .map(([slug, own]) => ({ slug, letter: of(sortName(own[0]?.name ?? "", language)).letter, names: own, depth }))
      .toSorted(byLetter);
  const split = ({ slug, names, depth }: Group): Group[] => {
    const longest = Math.max(...names.map(({ name }) => name.length));
    for (let next = depth + 1; next <= longest; next += 1) {
      const groups = grouped(names, next, (name) => begins(name, next));
      // Names that consist of these letters only would need an address that is already taken.
      if (groups.some((group) => group.slug === slug && group.names.length > MOST_NAMES)) return [];
      if (groups.length > 1) return groups;
    }
    return [];
  };

  const letters = grouped(subjects, 1, letterOf);
  return [{ slug: undefined, value: { kind, letters: overview(letters) } }, ...longPages(letters)];
}

function shown({ letter, slug, names }: Group, some: Subject[]): Letter {
  return { letter, slug, names: some.map(counted), more: names.length - some.length };
}

function counted(subject: Subject): CountedRef {
  return { ...refOf(subject), count: subject.stories.length };
}

/** The form by which a name is sorted. */
function sortName(name: string, language: string): string {
  return /^en\b/iu.test(language) ? name.replace(/^the\s+(?=\S)/iu, "") : name;
}

/**
 * Returns the function that finds the first letters of a name, "Int" for
 * "International", by which the names under one letter are divided when there are
 * too many for a page. Only letters and digits count; accents are treated as for
 * the first letter.
 * @param language the BCP 47 tag of the edition
 */
function firstLetters(language: string): (name: string, length: number) => LetterName {
  const letterOf = letterIn(language);
  return (name, length) => {
    const signs = (name.normalize("NFC").match(/\p{L}\p{M}*|\p{N}/gu) ?? ["0"]).slice(0, length);
    const letters = signs.map((sign) => (/\p{N}/u.test(sign) ? sign : letterOf(sign).letter)).join("");
    const slug = letters.toLocaleLowerCase(language);
    return { letter: letters.slice(0, 1) + slug.slice(1), slug };
  };
}
