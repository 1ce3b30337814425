import { slug } from "#content/slug.ts";
import type { SubjectKind } from "#content/teaser.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import type { Article } from "#content/article.ts";
import type { SharePicture } from "#content/edition/edition.ts";
import type { Picture } from "#content/image.ts";
import type { Report } from "../draft/problem.ts";
import type { LinkInSettings } from "../draft/release/keptBack.ts";
import type { FrontSettings } from "../settings/frontSettings.ts";
import type { Settings, SubjectSettings } from "../settings/settings.ts";
import type { LinkMemory } from "../state/LinkMemory.ts";
import type { NameMemory } from "../state/NameMemory.ts";
import { editionData, type EditionPages } from "./editionData.ts";
import type { MostRead } from "../settings/mostReadFile.ts";
import { mostReadOf } from "./mostRead.ts";
import { type FrontSources, curateFront, NO_CURATION } from "./frontCuration.ts";
import { lists, type Describe } from "./lists.ts";
import { knownNames } from "./knownNames.ts";
import { nameLinks } from "./nameLinks.ts";
import { neighbours } from "./neighbours.ts";
import type { LinkedPage } from "./page.ts";
import { type AlternatesAt, type Contents, optionalPages, pagesOf, type Recorded } from "./pagesOf.ts";
import { profiles, staff } from "./profiles.ts";
import type { MakeRelatedFinder } from "./relatedStrip.ts";
import { allSeries, placesInSeries } from "./series.ts";
import { inOrder, isEditorial } from "./story.ts";
import { subjects } from "./subjects.ts";
import { surroundings } from "./surroundings.ts";
import { type FindThreads, type Thread, threadLists, ThreadPlaces } from "./threads.ts";

/** An edition with all its lists and pages. Each iteration of `pages` makes the pages again. */
export type Linked = Contents & { pages: Iterable<LinkedPage> };

/** The inputs besides stories and settings. */
export type LinkOptions = {
  /** Finds related stories; without it, no story has a strip of them. */
  makeRelatedFinder?: MakeRelatedFinder;
  /** Finds threads; without it, there are none. */
  findThreads?: FindThreads | undefined;
  /** Remembers which stories were on which pages in the previous build. */
  memory?: LinkMemory | undefined;
  /** Remembers the names found in stories in the previous build. */
  names?: NameMemory | undefined;
  /** The path prefix of this edition in the site. */
  prefix?: string;
  /** Where its settings are in edition.json, such as "languages.nl."; nothing for the main edition's. */
  settingsPlace?: string;
  /** The share picture of pages that have no picture. */
  share?: SharePicture | undefined;
  /** The static pages, and the paper's texts for built-in pages. */
  own?: EditionPages;
  /** The public record: what the paper has published, version by version. */
  record?: Recorded | undefined;
  /** Photographs of people and desks, by slug. */
  photos?: ReadonlyMap<string, Picture>;
  /** An editor's choices for the front page, and the time of the build, in milliseconds. */
  front?: { settings: FrontSettings } & Pick<FrontSources, "file" | "fileOf" | "now">;
  /** The stories read most in the whole site. */
  mostRead?: MostRead | undefined;
  /** Finds where links in the settings lead, so that none reveals what is kept back. */
  leadsTo?: LinkInSettings;
  /** The editions of the site, including this one, if there are several. */
  editions?: LanguageEdition[];
  /** Finds the counterparts of a page in other editions, by its path in each; undefined if there are none. */
  alternatesAt?: AlternatesAt | undefined;
  report?: Report;
};

/**
 * Arranges the stories of an edition on its pages. Pages are made one at a time on
 * demand, so that those of a large edition are never all in memory.
 * @param articles in any order; their slugs differ
 */
export function link(
  articles: Article[],
  settings: Settings,
  { makeRelatedFinder = noRelated, memory, share, own = NO_PAGES, record, photos = new Map(), front: wanted, ...options }: LinkOptions = {},
): Linked {
  const { editions, leadsTo, alternatesAt, findThreads = () => [], names, prefix, mostRead, settingsPlace, report = () => {} } = options;
  const stories = inOrder(articles, settings.timeZone);
  const all = subjects(stories);
  const series = allSeries(stories, settings.series);
  const known = profiles(settings, photos);
  const team = staff(settings, all, known, report);
  const curation = wanted
    ? curateFront(wanted.settings, { ...wanted, leadsTo, prefix, stories, subjects: all, series, timeZone: settings.timeZone }, report)
    : NO_CURATION;
  const has = optionalPages({ settings, stories, series, team });
  const paper = editionData(stories, all, settings, { own, share, report, has, series, editions, leadsTo, settingsPlace });
  const threads = findThreads(stories, settings.language).flatMap(editorialOnly);
  const editorial = stories.every(isEditorial) ? all : subjects(stories.filter(isEditorial));
  const inThreads = new ThreadPlaces(threads);
  const allLists = [...lists(stories, all, paper, describeBy(settings), known.of), ...threadLists(threads)];
  const contents = { edition: paper, stories, subjects: all, lists: allLists, series, threads };
  const { find: near, hasSameWords } = makeRelatedFinder(stories);
  const cards = settings.cards ? knownNames(all, settings, prefix) : [];
  const places = { inSeries: placesInSeries(series), beside: neighbours(stories) };
  memory?.begin(stories, hasSameWords, inThreads.keys, surroundings({ stories, subjects: editorial, ...places }, cards));
  const withNames = nameLinks(cards, names);
  const parts = {
    ...contents,
    editorial,
    ...places,
    inThreads,
    profiles: known,
    near,
    memory,
    own,
    team,
    curation,
    ...(mostRead && mostReadOf(mostRead, stories, paper, prefix)),
    record,
    alternatesAt,
    withNames,
  };
  return { ...contents, pages: { [Symbol.iterator]: () => pagesOf(parts) } };
}

/** A thread without advertisements, if it still has two stories. */
function editorialOnly(thread: Thread): Thread[] {
  if (thread.stories.every(isEditorial)) return [thread];
  const own = thread.stories.filter(isEditorial);
  return own.length < 2 ? [] : [{ ...thread, stories: own, turningPoints: thread.turningPoints.filter(isEditorial) }];
}

const noRelated: MakeRelatedFinder = () => ({ find: () => [], hasSameWords: () => false });

const NO_PAGES: EditionPages = { pages: [], texts: {} };

/** Returns the function that finds the description of a subject in the settings. */
function describeBy(settings: Settings): Describe {
  const words: Record<SubjectKind, Map<string, string>> = {
    topic: descriptions(settings.topics),
    section: descriptions(settings.sections),
    author: descriptions([...settings.desks, ...settings.people]),
    place: descriptions(settings.places),
  };
  return (kind, subject) => words[kind].get(subject);
}

function descriptions(subjects: SubjectSettings[]): Map<string, string> {
  return new Map(subjects.flatMap((subject) => (subject.description ? [[subject.slug ?? slug(subject.name), subject.description]] : [])));
}
