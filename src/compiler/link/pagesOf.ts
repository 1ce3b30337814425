import { pageAlternates, storyAlternates } from "#content/edition/alternates.ts";
import type { Article } from "#content/article.ts";
import type { ArticlePage } from "#content/pages/articlePage.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { Alternate } from "#content/edition/languageEdition.ts";
import type { FrontPage } from "#content/pages/frontPage.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import { OPTIONAL_PAGES, type OptionalPage, type PageKind } from "#content/pages/pages.ts";
import type { StaffPage } from "#content/profile.ts";
import { type Entry, versionsPage } from "#content/version.ts";
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
import type { Settings } from "../settings/settings.ts";
import type { LinkMemory } from "../state/LinkMemory.ts";
import { archiveByMonth } from "./archiveByMonth.ts";
import { makeArticlePage } from "./makeArticlePage.ts";
import { aToZ } from "./aToZ.ts";
import { allCorrections, correctionsPages } from "./correctionsPages.ts";
import type { EditionPages } from "./editionData.ts";
import { front } from "./front.ts";
import type { FrontCuration } from "./frontCuration.ts";
import type { List } from "./lists.ts";
import { listPages } from "./listPages.ts";
import { livePages } from "./livePages.ts";
import type { Neighbours } from "./neighbours.ts";
import type { LinkedPage } from "./page.ts";
import type { Profiles } from "./profiles.ts";
import { relatedLists } from "./relatedLists.ts";
import type { FindRelated } from "./relatedStrip.ts";
import { type InSeries, type Series, seriesPage } from "./series.ts";
import type { Story } from "./story.ts";
import type { Subjects } from "./subjects.ts";
import type { Thread, ThreadPlaces } from "./threads.ts";

/** What is in an edition. `stories` are oldest first. */
export type Contents = {
  edition: Edition;
  stories: Story[];
  subjects: Subjects;
  lists: List[];
  series: Series[];
  threads: Thread[];
};

/** The recorded versions of each story that has a record. */
export type Recorded = {
  of: (slug: string) => { at: string; count: number; changes: number; isAsBefore: boolean } | undefined;
  entries: (slug: string) => Entry[];
};

/** Finds the counterparts of a page in other editions. */
export type AlternatesAt = (path: string) => Alternate[] | undefined;

/** What pages are made of: besides the contents, static and staff pages, an editor's choices for the front page, and what is known about versions, other editions and names. */
export type Parts = Contents & {
  /** The subjects without advertisements, from which the strips of stories are made. */
  editorial: Subjects;
  inThreads: ThreadPlaces;
  /** The place of each story in its series, and its neighbours in its section, by rank. */
  inSeries: ReadonlyMap<Story, InSeries>;
  beside: Neighbours[];
  profiles: Profiles;
  near: FindRelated;
  memory: LinkMemory | undefined;
  own: EditionPages;
  team: StaffPage | undefined;
  curation: FrontCuration;
  mostRead?: FrontPage["mostRead"];
  record: Recorded | undefined;
  alternatesAt: AlternatesAt | undefined;
  withNames: (article: Article) => Article;
};

/** What decides whether an edition has the pages that not every edition has. */
type Known = Pick<Contents, "stories" | "series"> & { settings: Settings; team: StaffPage | undefined };

const HAS: Record<OptionalPage, (known: Known) => boolean> = {
  staff: ({ team }) => team !== undefined,
  corrections: ({ settings, stories }) => settings.corrections && stories.some(({ article }) => article.corrections.length > 0),
};

/** The edition's fields for the pages that not every edition has. */
export const optionalPages = (known: Known): Pick<Edition, OptionalPage> =>
  Object.fromEntries(OPTIONAL_PAGES.filter((kind) => HAS[kind](known)).map((kind) => [kind, true]));

type PagesOfKind = {
  /** The addresses of pages that editions in other languages may also have, each at the same path. */
  inOthers?: (contents: Contents) => string[];
  /** Makes the pages. */
  make: (parts: Parts) => Iterable<LinkedPage>;
};

/** All pages of an edition, made one at a time. */
export function* pagesOf(parts: Parts): Generator<LinkedPage> {
  for (const { make } of Object.values(KINDS)) yield* make(parts);
}

/** The addresses of an edition's pages that other editions may also have: no stories, static pages or numbered pages. */
export function pathsInOthers(contents: Contents): ReadonlySet<string> {
  return new Set(Object.values(KINDS).flatMap(({ inOthers }) => inOthers?.(contents) ?? []));
}

/**
 * How the pages of each kind are made, in the order in which a build writes them. Lists come before stories: finding the first
 * related stories takes seconds, in which the other threads already have lists to work on.
 */
const KINDS: Record<PageKind, PagesOfKind> = {
  front: { inOthers: ({ edition }) => (edition.home ? [] : [frontPath]), make: frontPages },
  list: { inOthers: ({ lists }) => lists.map(({ kind, slug }) => listPath(kind, slug)), make: allListPages },
  index: { inOthers: () => [topicsPath, placesPath], make: indexPages },
  archive: {
    inOthers: ({ stories }) => [archivePath, ...new Set(stories.map(({ day }) => yearPath(day.slice(0, 4))))],
    make: archivePages,
  },
  series: { inOthers: ({ series }) => series.map(({ slug }) => seriesPath(slug)), make: allSeriesPages },
  staff: { inOthers: ({ edition }) => (edition.staff ? [staffPath] : []), make: staffPages },
  static: { make: staticPages },
  corrections: { inOthers: ({ edition }) => (edition.corrections ? [correctionsPath()] : []), make: allCorrectionsPages },
  article: { make: articlePages },
  // Each follows the page of its story.
  versions: { make: () => [] },
  posts: { make: () => [] },
};

/** The path of a page in its edition, and its counterparts in others. */
type Placed = { path: string; alternates?: Alternate[] };

const placed = (path: string, { alternatesAt }: Parts): Placed => {
  const alternates = alternatesAt?.(path);
  return { path, ...(alternates && { alternates }) };
};

/** The counterparts of a page, as its file states them. */
const also = ({ alternates }: Placed): Pick<Placed, "alternates"> => (alternates ? { alternates } : {});

const lastModified = ({ stories }: Parts): string | undefined => stories.at(-1)?.article.datePublished;

function* frontPages(parts: Parts): Generator<LinkedPage> {
  const { edition, stories, subjects, curation, mostRead } = parts;
  if (edition.home) return;
  const at = placed(frontPath, parts);
  yield {
    kind: "front",
    ...at,
    lastModified: lastModified(parts),
    value: { ...front(stories, subjects, edition, curation), ...(mostRead && { mostRead }), ...also(at) },
  };
}

function* indexPages(parts: Parts): Generator<LinkedPage> {
  for (const kind of ["topic", "place"] as const) {
    for (const { slug, value } of aToZ(kind, [...parts.subjects[kind].values()], parts.edition.language)) {
      const at = placed(indexPath(kind, slug), parts);
      yield { kind: "index", ...at, lastModified: lastModified(parts), value: { ...value, ...also(at) } };
    }
  }
}

function* archivePages(parts: Parts): Generator<LinkedPage> {
  for (const value of archiveByMonth(parts.stories, parts.edition)) {
    const at = placed(value.year === undefined ? archivePath : yearPath(value.year), parts);
    yield { kind: "archive", ...at, lastModified: lastModified(parts), value: { ...value, ...also(at) } };
  }
}

function* allSeriesPages(parts: Parts): Generator<LinkedPage> {
  const { series, edition, alternatesAt, memory } = parts;
  for (const one of series) {
    const isAsBefore = alternatesAt ? undefined : memory?.areSame(one.stories);
    const at = placed(seriesPath(one.slug), parts);
    yield { kind: "series", ...at, lastModified: lastOf(one.stories), isAsBefore, value: { ...seriesPage(one, edition), ...also(at) } };
  }
}

function* staffPages(parts: Parts): Generator<LinkedPage> {
  if (!parts.team) return;
  const at = placed(staffPath, parts);
  yield { kind: "staff", ...at, value: { ...parts.team, ...also(at) } };
}

function* staticPages({ own, edition }: Parts): Generator<LinkedPage> {
  for (const { value, lastModified: changed } of own.pages)
    yield {
      kind: "static",
      path: value.path,
      ...(changed !== undefined && { lastModified: changed }),
      ...(value.translations && { alternates: pageAlternates(value, edition.editions) }),
      value,
    };
}

function* allCorrectionsPages(parts: Parts): Generator<LinkedPage> {
  const { edition, stories, record } = parts;
  if (!edition.corrections) return;
  for (const value of correctionsPages(allCorrections(stories, (slug) => (record?.of(slug)?.count ?? 0) > 1))) {
    const at = placed(correctionsPath(value.page), parts);
    yield { kind: "corrections", ...at, lastModified: value.corrections[0]?.date, value: { ...value, ...also(at) } };
  }
}

function* allListPages(parts: Parts): Generator<LinkedPage> {
  const { edition, stories, subjects, lists } = parts;
  const memory = parts.alternatesAt ? undefined : parts.memory;
  for (const list of lists) {
    const chips = (): ListPage["related"] => relatedLists(list, subjects, stories);
    for (const { page, stories: shown, of, make } of listPages(list, edition, chips)) {
      let value: ListPage | undefined;
      const { path, alternates } = placed(listPath(list.kind, list.slug, page), parts);
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

/** The page of each story, followed by those of its versions and posts. */
function* articlePages(parts: Parts): Generator<LinkedPage> {
  const { near, memory, record, withNames, inSeries, beside } = parts;
  const make = makeArticlePage(parts, near, memory, { inSeries: (story) => inSeries.get(story)?.place, withNames });
  for (const story of parts.stories) {
    const { slug, datePublished, dateModified } = story.article;
    const sides = inSeries.get(story)?.beside ?? beside[story.rank] ?? {};
    const known = record?.of(slug);
    const isRecordAsBefore = known?.isAsBefore !== false;
    let value: ArticlePage | undefined;
    yield {
      kind: "article",
      path: articlePath(slug),
      lastModified: dateModified ?? datePublished,
      ...(story.article.translations && { alternates: storyAlternates(story.article, parts.edition.editions) }),
      isAsBefore: isRecordAsBefore && memory?.isPageSame(story),
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

const lastOf = (stories: Story[]): string | undefined =>
  stories.reduce<Story | undefined>((last, story) => (last && last.rank > story.rank ? last : story), undefined)?.article.datePublished;

function indexPath(kind: "topic" | "place", slug: string | undefined): string {
  if (slug === undefined) return kind === "topic" ? topicsPath : placesPath;
  return letterPath(kind, slug);
}
