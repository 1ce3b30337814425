import { direction } from "#content/direction.ts";
import { postAt } from "#content/discussion.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import { type Edition, PolicySchema, type SharePicture } from "#content/edition/edition.ts";
import type { OptionalPage } from "#content/pages/pages.ts";
import type { StaticPage } from "#content/pages/staticPage.ts";
import type { NamedLink } from "#content/menu.ts";
import type { Report } from "../draft/problem.ts";
import type { LinkInSettings } from "../draft/release/keptBack.ts";
import type { Settings } from "../settings/settings.ts";
import { menus } from "./menus.ts";
import { frontPath, languageSlug, seriesPath } from "#content/paths.ts";
import { slug } from "#content/slug.ts";
import { isEpisode, type Story } from "./story.ts";
import { refOf, roughly, type Subject, type Subjects } from "./subjects.ts";
import { trending } from "./trending.ts";
import { compareText } from "../text/compareText.ts";

/** How many sections the navigation has if the settings name none. */
const MOST_SECTIONS = 12;

/** The static pages with their menu fields, and the paper's texts for built-in pages. */
export type EditionPages = {
  pages: {
    value: StaticPage;
    lastModified?: string | undefined;
    fields: { menu?: boolean | string | undefined; weight?: number | undefined };
  }[];
  texts: NonNullable<Edition["texts"]>;
};

type Besides = {
  own: EditionPages;
  share?: SharePicture | undefined;
  report: Report;
  /** Which of the pages that not every edition has there are. */
  has: Pick<Edition, OptionalPage>;
  series: { slug: string; name: string }[];
  editions?: LanguageEdition[] | undefined;
  leadsTo?: LinkInSettings | undefined;
  settingsPlace?: string | undefined;
};

/**
 * The data of the edition that every page needs.
 * @param stories oldest first
 */
export function editionData(
  stories: Story[],
  subjects: Subjects,
  settings: Settings,
  { own, share, report, has, series, editions, leadsTo, settingsPlace }: Besides,
): Edition {
  const pages = pagesOfMenu(own.pages);
  const all = [
    ...own.pages.map(({ value: { path, title }, fields: { menu } }) => ({ path, title: typeof menu === "string" ? menu : title })),
    ...series.map(({ slug: of, name }) => ({ path: seriesPath(of), title: name })),
  ];
  return {
    name: settings.name,
    tagline: settings.tagline,
    language: settings.language,
    direction: direction(settings.language),
    timeZone: settings.timeZone,
    date: stories.at(-1)?.day,
    sections: sections(subjects, settings).map(refOf),
    ...languages(stories, settings.language),
    ...(editions && { editions }),
    ...(settings.accounts && { accounts: true }),
    ...(settings.faults && { faults: true }),
    ...(settings.members && { members: true }),
    trending: trending(stories, subjects, settings.trending),
    ...(share && { sharePicture: share }),
    ...(stories.some(isEpisode) && { podcast: true }),
    ...(settings.epub && stories.length > 0 && { catalogues: true }),
    ...discussionServers(stories),
    ...(all.some(({ path }) => path === frontPath) && { home: true }),
    ...(pages.length > 0 && { pages }),
    ...policies(own.pages),
    ...menus(settings, { subjects, pages: all, has, leadsTo, settingsPlace }, report),
    ...has,
    ...(settings.breadcrumbs && { breadcrumbs: true }),
    ...(Object.keys(own.texts).length > 0 && { texts: own.texts }),
  };
}

/** The pages that every story links to, in a fixed order. */
function policies(pages: EditionPages["pages"]): Pick<Edition, "policies"> {
  const found = PolicySchema.options.flatMap((about) => {
    const page = pages.find(({ value }) => value.path.split("/").at(-1) === about);
    return page ? [{ name: page.value.title, url: page.value.path, about }] : [];
  });
  return found.length === 0 ? {} : { policies: found };
}

function languages(stories: Story[], own: string): Pick<Edition, "languages"> {
  const all = new Set([languageSlug(own), ...stories.map(({ article }) => languageSlug(article.inLanguage)).toSorted()]);
  return all.size === 1 ? {} : { languages: [...all] };
}

function discussionServers(stories: Story[]): Pick<Edition, "discussionServers"> {
  const servers = new Set(stories.flatMap(({ article: { discussion } }) => (discussion && postAt(discussion)?.server) ?? []));
  return servers.size === 0 ? {} : { discussionServers: [...servers].toSorted() };
}

/** The pages for the menu, by weight and then by name; those without a weight come last. */
function pagesOfMenu(pages: EditionPages["pages"]): NamedLink[] {
  return pages
    .filter(({ fields: { menu } }) => menu !== undefined && menu !== false)
    .map(({ value: { path, title }, fields: { menu, weight = Infinity } }) => ({
      url: path,
      name: typeof menu === "string" ? menu : title,
      weight,
    }))
    .toSorted((a, b) => (a.weight === b.weight ? compareText(a.name, b.name) : a.weight - b.weight))
    .map(({ url, name }) => ({ name, url }));
}

/**
 * The sections in the order of the settings, without those that have no story and so no page; or else the largest
 * first, and of those with about as many stories by slug: every page names them in this order.
 */
function sections(subjects: Subjects, settings: Settings): Subject[] {
  if (settings.sections.length === 0) return [...subjects.section.values()].toSorted(largerFirst).slice(0, MOST_SECTIONS);
  return settings.sections.flatMap((section) => subjects.section.get(section.slug ?? slug(section.name)) ?? []);
}

const largerFirst = (a: Subject, b: Subject): number => roughly(b.stories.length) - roughly(a.stories.length) || (a.slug < b.slug ? -1 : 1);
