import { slug } from "#content/slug.ts";
import type { SubjectKind } from "#content/teaser.ts";
import { pageAlternates, storyAlternates } from "#content/edition/alternates.ts";
import type { Alternate, LanguageEdition } from "#content/edition/languageEdition.ts";
import type { Article } from "#content/article.ts";
import type { ArticlePage } from "#content/pages/articlePage.ts";
import type { Edition, SharePicture } from "#content/edition/edition.ts";
import type { Picture } from "#content/image.ts";
import type { StaffPage } from "#content/profile.ts";
import { type Entry, versionsPage } from "#content/version.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import {
  archivePath,
  articlePath,
  correctionsPath,
  frontPath,
  letterPath,
  listPath,
  placesPath,
  seriesPath,
  staffPath,
  topicsPath,
  versionsPath,
  yearPath,
} from "#content/paths.ts";
import type { Report } from "../draft/problem.ts";
import type { LinkInSettings } from "../draft/release/keptBack.ts";
import type { FrontSettings } from "../settings/frontSettings.ts";
import type { Settings, SubjectSettings } from "../settings/settings.ts";
import type { LinkMemory } from "../state/LinkMemory.ts";
import type { NameMemory } from "../state/NameMemory.ts";
import { archive } from "./archive.ts";
import { articlePage } from "./articlePage.ts";
import { aToZ } from "./aToZ.ts";
import { allCorrections, correctionsPages } from "./corrections.ts";
import { edition, type EditionPages } from "./edition.ts";
import { front } from "./front.ts";
import { type FrontCuration, type FrontSources, curateFront, NO_CURATION } from "./frontCuration.ts";
import { type List, lists, type Describe } from "./lists.ts";
import { listPages } from "./listPages.ts";
import { livePages } from "./livePages.ts";
import { knownNames } from "./knownNames.ts";
import { nameLinks } from "./nameLinks.ts";
import { neighbours } from "./neighbours.ts";
import type { LinkedPage } from "./page.ts";
import { type Profiles, profiles, staff } from "./profiles.ts";
import { related } from "./related.ts";
import type { FindRelated, MakeRelatedFinder } from "./relatedStrip.ts";
import { allSeries, placesInSeries, type Series, seriesPage } from "./series.ts";
import { inOrder, type Story } from "./story.ts";
import { type Subjects, subjects } from "./subjects.ts";
import { type FindThreads, type Thread, threadLists, ThreadPlaces } from "./threads.ts";

/** An edition with all its lists and pages. `stories` are oldest first; each iteration of `pages` makes the pages again. */
export type Linked = {
  edition: Edition;
  stories: Story[];
  subjects: Subjects;
  lists: List[];
  series: Series[];
  threads: Thread[];
  pages: Iterable<LinkedPage>;
};

/** The recorded versions of each story that has a record. */
type Recorded = {
  of: (slug: string) => { at: string; count: number; changes: number; isAsBefore: boolean } | undefined;
  entries: (slug: string) => Entry[];
};

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
  /** The share picture of pages that have no picture. */
  share?: SharePicture | undefined;
  /** The static pages, and the paper's texts for built-in pages. */
  own?: EditionPages;
  /** The public record: what the paper has published, version by version. */
  record?: Recorded | undefined;
  /** Photographs of people and desks, by slug. */
  photos?: ReadonlyMap<string, Picture>;
  /** An editor's choices for the front page, and the time of the build, in milliseconds. */
  front?: { settings: FrontSettings } & Pick<FrontSources, "fileOf" | "now">;
  /** Finds where links in the settings lead, so that none reveals what is kept back. */
  leadsTo?: LinkInSettings;
  /** The editions of the site, including this one, if there are several. */
  editions?: LanguageEdition[];
  /** Finds the counterparts of a page in other editions, by its path in each; undefined if there are none. */
  alternatesAt?: AlternatesAt | undefined;
  report?: Report;
};

type AlternatesAt = (path: string) => Alternate[] | undefined;

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
  const { editions, leadsTo, alternatesAt, findThreads = () => [], names, prefix, report = () => {} } = options;
  const stories = inOrder(articles, settings.timeZone);
  const all = subjects(stories);
  const series = allSeries(stories, settings.series);
  const known = profiles(settings, photos);
  const team = staff(settings, all, known, report);
  const curation = wanted
    ? curateFront(wanted.settings, { ...wanted, leadsTo, stories, subjects: all, series, timeZone: settings.timeZone }, report)
    : NO_CURATION;
  const paper = edition(stories, all, settings, { own, share, report, hasStaff: team !== undefined, series, editions, leadsTo });
  const threads = findThreads(stories, settings.language);
  const inThreads = new ThreadPlaces(threads);
  const allLists = [...lists(stories, all, paper, describeBy(settings), known.of), ...threadLists(threads)];
  const linked = { edition: paper, stories, subjects: all, lists: allLists, series, threads };
  const near = makeRelatedFinder(stories);
  memory?.begin(stories, near.hasSameWords, inThreads.keys);
  const withNames = nameLinks(settings.cards ? knownNames(all, settings, prefix) : [], names);
  return {
    ...linked,
    pages: {
      [Symbol.iterator]: () =>
        pages({ ...linked, inThreads, profiles: known }, near.find, memory, { own, team, curation, record, alternatesAt, withNames }),
    },
  };
}

const noRelated: MakeRelatedFinder = () => ({ find: () => [], hasSameWords: () => false });

type Parts = Omit<Linked, "pages"> & { inThreads: ThreadPlaces; profiles: Profiles };

/** Static and staff pages, an editor's choices for the front page, and what is known about versions, other editions and names. */
type Others = {
  own: EditionPages;
  team: StaffPage | undefined;
  curation: FrontCuration;
  record: Recorded | undefined;
  alternatesAt: AlternatesAt | undefined;
  withNames: (article: Article) => Article;
};

const NO_PAGES: EditionPages = { pages: [], texts: {} };

function* pages(
  parts: Parts,
  near: FindRelated,
  memory: LinkMemory | undefined,
  { own, team, curation, record, alternatesAt, withNames }: Others,
): Generator<LinkedPage> {
  const { edition, stories, subjects } = parts;
  const lastModified = stories.at(-1)?.article.datePublished;
  const placed = (path: string): Placed => {
    const alternates = alternatesAt?.(path);
    return { path, ...(alternates && { alternates }) };
  };
  const also = ({ alternates }: Placed): Pick<Placed, "alternates"> => (alternates ? { alternates } : {});
  if (!edition.home) {
    const at = placed(frontPath);
    yield { kind: "front", ...at, lastModified, value: { ...front(stories, subjects, edition, curation), ...also(at) } };
  }
  // Before the stories: finding the first related stories takes seconds, in which the other threads already have lists to work on.
  yield* allListPages(parts, alternatesAt ? undefined : memory, placed);
  for (const kind of ["topic", "place"] as const) {
    for (const { slug, value } of aToZ(kind, [...subjects[kind].values()], edition.language)) {
      const at = placed(indexPath(kind, slug));
      yield { kind: "index", ...at, lastModified, value: { ...value, ...also(at) } };
    }
  }
  for (const value of archive(stories, edition)) {
    const at = placed(value.year === undefined ? archivePath : yearPath(value.year));
    yield { kind: "archive", ...at, lastModified, value: { ...value, ...also(at) } };
  }
  for (const one of parts.series) {
    const isAsBefore = alternatesAt ? undefined : memory?.areSame(one.stories);
    const at = placed(seriesPath(one.slug));
    yield { kind: "series", ...at, lastModified: lastOf(one.stories), isAsBefore, value: { ...seriesPage(one, edition), ...also(at) } };
  }
  if (team) {
    const at = placed(staffPath);
    yield { kind: "staff", ...at, value: { ...team, ...also(at) } };
  }
  for (const { value } of own.pages)
    yield { kind: "static", path: value.path, ...(value.translations && { alternates: pageAlternates(value, edition.editions) }), value };
  if (edition.corrections) {
    for (const value of correctionsPages(allCorrections(stories, (slug) => (record?.of(slug)?.count ?? 0) > 1))) {
      const at = placed(correctionsPath(value.page));
      yield { kind: "corrections", ...at, lastModified: value.corrections[0]?.date, value: { ...value, ...also(at) } };
    }
  }
  yield* articlePages(parts, near, memory, { record, withNames });
}

function* articlePages(
  parts: Parts,
  near: FindRelated,
  memory: LinkMemory | undefined,
  { record, withNames }: Pick<Others, "record" | "withNames">,
): Generator<LinkedPage> {
  const places = placesInSeries(parts.series);
  const make = articlePage(parts, near, memory, { inSeries: (story) => places.get(story)?.place, withNames });
  const beside = neighbours(parts.stories);
  for (const story of parts.stories) {
    const { slug, datePublished, dateModified } = story.article;
    const sides = places.get(story)?.beside ?? beside[story.rank] ?? {};
    const known = record?.of(slug);
    const isRecordAsBefore = known?.isAsBefore !== false;
    let value: ArticlePage | undefined;
    yield {
      kind: "article",
      path: articlePath(slug),
      lastModified: dateModified ?? datePublished,
      ...(story.article.translations && { alternates: storyAlternates(story.article, parts.edition.editions) }),
      isAsBefore: isRecordAsBefore && memory?.areSame([story, sides.previous, sides.next]) && memory.areStripsSame(story),
      get value() {
        return (value ??= { ...make(story, sides), ...(known && known.changes > 0 && { changes: known.changes }) });
      },
    };
    if (known && known.count > 1)
      yield {
        kind: "versions",
        path: versionsPath(slug),
        lastModified: known.at,
        isAsBefore: known.isAsBefore && memory?.areSame([story]),
        get value() {
          return versionsPage(story.article, record?.entries(slug) ?? []);
        },
      };
    if (story.article.liveBlog) yield* livePages(story.article);
  }
}

/** The path of a page in its edition, and its counterparts in others. */
type Placed = { path: string; alternates?: Alternate[] };

function* allListPages(
  { edition, stories, subjects, lists }: Parts,
  memory: LinkMemory | undefined,
  placed: (path: string) => Placed,
): Generator<LinkedPage> {
  for (const list of lists) {
    const chips = (): ListPage["related"] => related(list, subjects, stories.length);
    for (const { page, stories: shown, of, make } of listPages(list, edition, chips)) {
      let value: ListPage | undefined;
      const { path, alternates } = placed(listPath(list.kind, list.slug, page));
      yield {
        kind: "list",
        path,
        ...(alternates && { alternates }),
        lastModified: shown.at(-1)?.article.datePublished,
        isAsBefore: memory?.areSame(of),
        get value() {
          return (value ??= alternates ? { ...make(), alternates } : make());
        },
      };
    }
  }
}

const lastOf = (stories: Story[]): string | undefined =>
  stories.reduce<Story | undefined>((last, story) => (last && last.rank > story.rank ? last : story), undefined)?.article.datePublished;

function indexPath(kind: "topic" | "place", slug: string | undefined): string {
  if (slug === undefined) return kind === "topic" ? topicsPath : placesPath;
  return letterPath(kind, slug);
}

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
