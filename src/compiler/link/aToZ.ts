import type { CountedRef, IndexPage, Letter } from "#content/indexPage.ts";
import { groupBy } from "./groupBy.ts";
import { letterIn } from "./letterOf.ts";
import { largestFirst, refOf, type Subject } from "./subjects.ts";

/** Names of one letter that the overview shows. */
const MOST_NAMES = 24;

/**
 * Topics or places, A to Z, in the order of the edition's language: the
 * overview, then a page for each letter with more than 24 names. The overview
 * shows a letter's 24 most frequent names and counts the rest in `more`.
 * @param subjects all of one kind
 * @param language of the edition, a BCP 47 tag; in English a leading "the" does not count
 */
export function aToZ(kind: IndexPage["kind"], subjects: Subject[], language: string): IndexPage[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const inOrder = (a: Subject, b: Subject): number =>
    collator.compare(sortName(a.name, language), sortName(b.name, language)) || (a.slug < b.slug ? -1 : 1);
  const letterOf = letterIn(language);
  const groups = [...groupBy(subjects, ({ name }) => letterOf(sortName(name, language)).slug)].map(([slug, names]) => ({
    slug,
    letter: letterOf(sortName(names[0]?.name ?? "", language)).letter,
    names,
  }));
  const letters = groups.toSorted((a, b) => Number(a.letter === "#") - Number(b.letter === "#") || collator.compare(a.letter, b.letter));
  const overview = letters.map(({ letter, slug, names }) =>
    shown(letter, slug, names.toSorted(largestFirst).slice(0, MOST_NAMES).toSorted(inOrder), names.length),
  );
  const long = letters.filter(({ names }) => names.length > MOST_NAMES);
  return [
    { kind, letters: overview },
    ...long.map(({ letter, slug, names }) => ({ kind, letter, letters: [shown(letter, slug, names.toSorted(inOrder), names.length)] })),
  ];
}

function shown(letter: string, slug: string, names: Subject[], total: number): Letter {
  return { letter, slug, names: names.map(counted), more: total - names.length };
}

function counted(subject: Subject): CountedRef {
  return { ...refOf(subject), count: subject.stories.length };
}

/** What a name is sorted by. */
function sortName(name: string, language: string): string {
  return /^en\b/iu.test(language) ? name.replace(/^the\s+(?=\S)/iu, "") : name;
}
