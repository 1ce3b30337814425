import { inSite, subjectPath } from "#content/paths.ts";
import { slug } from "#content/slug.ts";
import type { Settings } from "../settings/settings.ts";
import { type KnownName, nameFinder } from "./nameFinder.ts";
import type { Subject, Subjects } from "./subjects.ts";

/** What the settings say of a place, a topic or a person. */
type Told = { name: string; slug?: string | undefined; aliases: string[]; card?: boolean | undefined };

/** Without words about it, a card has something to show besides the story that it is opened in. */
const FEWEST_STORIES = 2;

/**
 * The names that stories get cards at: of places, topics and people of the edition
 * that have a page. What the settings describe comes first, then places before
 * topics: of two that are written alike the first is meant. Desks are left out,
 * and so are people that edition.json does not name: a namesake is not the author.
 * @param prefix of the edition in its site
 */
export function knownNames(subjects: Subjects, settings: Settings, prefix = ""): KnownName[] {
  const people = settings.people.map((one) => ({ ...one, description: one.description ?? one.bio ?? one.role }));
  const all = [
    ...ofKind(subjects.place, settings.places, ({ name }) => !/^\p{Ll}/u.test(name)),
    ...ofKind(subjects.topic, settings.topics, ({ name }) => isWrittenAsName(name)),
    ...ofKind(subjects.author, people, () => false),
  ];
  const wanted = all.filter(({ isWanted }) => isWanted);
  const names = [...wanted.filter(({ isDescribed }) => isDescribed), ...wanted.filter(({ isDescribed }) => !isDescribed)].flatMap(
    ({ subject: { kind, slug: of }, written }) =>
      written.map((name) => ({ name, url: inSite(prefix, subjectPath(kind, of)), ...(kind === "place" && { isApart: true }) })),
  );
  // Of the others only those that matter: with each new topic of an archive all its stories would be looked through again.
  const find = nameFinder(names);
  const others = all.filter(({ isWanted }) => !isWanted).flatMap(({ written }) => written.map((name) => ({ name })));
  return [...names, ...others.filter(({ name }) => find(name).some(({ length }) => length < name.length))];
}

type Candidate = { subject: Subject; written: string[]; isDescribed: boolean; isWanted: boolean };

/** @param isName whether one that the settings do not name can be told from a common word */
function ofKind(
  subjects: ReadonlyMap<string, Subject>,
  settings: (Told & { description?: string | undefined })[],
  isName: (subject: Subject) => boolean,
): Candidate[] {
  const toldOf = new Map(settings.map((one) => [one.slug ?? slug(one.name), one]));
  return [...subjects.values()].map((subject) => {
    const told = toldOf.get(subject.slug);
    const isDescribed = told?.description !== undefined;
    const isWanted = told?.card ?? ((isDescribed || subject.stories.length >= FEWEST_STORIES) && (told !== undefined || isName(subject)));
    const written = [...new Set([subject.name, ...(told ? [told.name, ...told.aliases] : [])])];
    return { subject, written, isDescribed, isWanted };
  });
}

/**
 * Whether a topic is written as only names are: "Delta Works", "Voyager 1", "WannaCry",
 * and neither "Coral bleaching" nor "Business". Where a script has no capitals nobody can tell.
 */
function isWrittenAsName(name: string): boolean {
  const words = name.split(/\s+/u);
  if (words.length === 1) return name.length > 2 && /.\p{Lu}/u.test(name);
  const large = words.filter((word) => /^[\p{Lu}\p{Lt}\p{N}]/u.test(word));
  return large.length > 1 && words.every((word) => large.includes(word) || word.length <= MOST_OF_PARTICLE);
}

/** "of", "the", "van", "und". */
const MOST_OF_PARTICLE = 3;
