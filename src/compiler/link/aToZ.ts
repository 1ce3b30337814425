import type { CountedRef, IndexPage, Letter } from "#content/pages/indexPage.ts";
import { groupBy } from "./groupBy.ts";
import { letterIn, type LetterName } from "./letterOf.ts";
import { largestFirst, refOf, type Subject } from "./subjects.ts";

/** Names of one letter that an overview shows. */
const MOST_NAMES = 24;

/** Names that stand on one page. A letter with more is an overview itself: of the names that begin with Ma, Me, Mi. */
const MOST_ON_A_PAGE = 300;

/** A page, and under which letters it stands; the overview stands under none. */
type OwnPage = { slug: string | undefined; value: IndexPage };

type Group = LetterName & { names: Subject[]; /** How many of their first letters the names share. */ depth: number };

/**
 * Topics or places, A to Z, in the order of the edition's language: the
 * overview, then a page for each letter with more than 24 names. The overview
 * shows a letter's 24 most frequent names and counts the rest in `more`.
 * No page grows with the edition: where a letter has more than 300 names, its
 * page is an overview of their first two letters, and so on.
 * @param subjects all of one kind
 * @param language of the edition, a BCP 47 tag; in English a leading "the" does not count
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
      // Names that are nothing but these letters have no address of their own.
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

/** What a name is sorted by. */
function sortName(name: string, language: string): string {
  return /^en\b/iu.test(language) ? name.replace(/^the\s+(?=\S)/iu, "") : name;
}

/**
 * Gives the function that finds the first letters of a name, "Int" for
 * "International": what divides the names under one letter when they are too
 * many for a page. Letters and figures count, what stands between them does
 * not; accents count as they do for the first letter.
 * @param language of the edition, a BCP 47 tag
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
