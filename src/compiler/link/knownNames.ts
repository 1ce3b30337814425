import { inSite, subjectPath } from "#content/paths.ts";
import { slug } from "#content/slug.ts";
import type { Settings } from "../settings/settings.ts";
import { type KnownName, nameFinder } from "./nameFinder.ts";
import type { Subject, Subjects } from "./subjects.ts";

/** What the settings say about a place, a topic or a person. */
type NamedSubject = { name: string; slug?: string | undefined; aliases: string[]; card?: boolean | undefined };

/** With this many stories, a card without a description has something to show besides the story that it is opened in. */
const FEWEST_STORIES = 2;

/**
 * The names that get cards in stories: those of places, topics and people of the
 * edition that have a page. If two are spelt alike, the first counts: described in
 * the settings before others, then places before topics. Desks are left out, and so
 * are people that edition.json does not name, since a namesake is not the author.
 * @param prefix the path prefix of the edition in its site
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
      written.map((name) => ({ name, url: inSite(prefix, subjectPath(kind, of)), ...(kind === "place" && { mustStandAlone: true }) })),
  );
  // The others are only kept if they contain a wanted name: otherwise each new topic would make all stories be searched again.
  const find = nameFinder(names);
  const others = all.filter(({ isWanted }) => !isWanted).flatMap(({ written }) => written.map((name) => ({ name })));
  return [...names, ...others.filter(({ name }) => find(name).some(({ length }) => length < name.length))];
}

type Candidate = { subject: Subject; written: string[]; isDescribed: boolean; isWanted: boolean };

/** @param isName whether a subject that the settings do not name can be distinguished from a common word */
function ofKind(
  subjects: ReadonlyMap<string, Subject>,
  settings: (NamedSubject & { description?: string | undefined })[],
  isName: (subject: Subject) => boolean,
): Candidate[] {
  const settingOf = new Map(settings.map((setting) => [setting.slug ?? slug(setting.name), setting]));
  return [...subjects.values()].map((subject) => {
    const setting = settingOf.get(subject.slug);
    const isDescribed = setting?.description !== undefined;
    const isWanted =
      setting?.card ?? ((isDescribed || subject.stories.length >= FEWEST_STORIES) && (setting !== undefined || isName(subject)));
    const written = [...new Set([subject.name, ...(setting ? [setting.name, ...setting.aliases] : [])])];
    return { subject, written, isDescribed, isWanted };
  });
}

/**
 * Whether a topic is capitalised as only names are: "Delta Works", "Voyager 1", "WannaCry",
 * but not "Coral bleaching" or "Business". Always false in a script without capitals.
 */
function isWrittenAsName(name: string): boolean {
  const words = name.split(/\s+/u);
  if (words.length === 1) return name.length > 2 && /.\p{Lu}/u.test(name);
  const large = words.filter((word) => /^[\p{Lu}\p{Lt}\p{N}]/u.test(word));
  return large.length > 1 && words.every((word) => large.includes(word) || word.length <= MOST_OF_PARTICLE);
}

/** The length of particles such as "of", "the", "van" and "und", at most. */
const MOST_OF_PARTICLE = 3;
