import { complete } from "#content/edition/alternates.ts";
import type { Article } from "#content/article.ts";
import { editionOf, inEdition } from "#content/edition/editions.ts";
import type { Alternate, LanguageEdition } from "#content/edition/languageEdition.ts";
import {
  archivePath,
  correctionsPath,
  frontPath,
  inSite,
  listPath,
  placesPath,
  seriesPath,
  staffPath,
  topicsPath,
  yearPath,
} from "#content/paths.ts";
import { editionsOf, settingsIn } from "../settings/editions.ts";
import type { Settings } from "../settings/settings.ts";
import type { Own } from "./edition.ts";
import { link, type Linked, type LinkOptions } from "./link.ts";
import type { LinkedPage } from "./page.ts";
import { inOrder, type Story } from "./story.ts";

/** An edition in another language than the paper's, with the settings that hold in it. */
export type OtherEdition = { place: LanguageEdition; settings: Settings; linked: Linked };

/** The main edition, and those in other languages. `pages` are those of all editions, by their paths in the site; `all` are the stories of all, oldest first. */
export type LinkedSite = Linked & { others: OtherEdition[]; all: Story[] };

/** The pages of the paper by their paths in the site, with its words for pages that are none: in the main edition, and in others by their prefixes. */
type SitePages = Own & { textsIn: ReadonlyMap<string, Own["texts"]> };

/**
 * Decides what stands where in a site: in its one edition, or in each of its
 * editions, which hold the stories in their languages.
 */
export function linkSite(
  articles: Article[],
  settings: Settings,
  { own = NO_PAGES, ...options }: Omit<LinkOptions, "own"> & { own?: SitePages },
): LinkedSite {
  const places = editionsOf(settings);
  if (places.length === 0) {
    const linked = link(articles, settings, { ...options, own });
    return { ...linked, others: [], all: linked.stories };
  }
  const paths: ReadonlySet<string>[] = [];
  // Only asked for while pages are made, when all editions are known.
  const among = places.map((place) => (path: string) => alternatesAt(path, place, places, paths));
  const [main, ...others] = places.map((place, at) => {
    const of = articles.filter(({ inLanguage }) => editionOf(places, inLanguage) === place);
    const { memory: _memory, front: _front, ...elsewhere } = options;
    const shared = { prefix: place.prefix, own: ownIn(own, place, places), editions: places, alternatesAt: among[at] };
    const holding = settingsIn(settings, place);
    const linked = link(of, holding, place.prefix === "" ? { ...options, ...shared } : { ...elsewhere, ...shared });
    paths.push(pathsIn(linked));
    return { place, settings: holding, linked };
  });
  if (!main) throw new Error("A site has a main edition.");
  const editions = [main, ...others];
  return {
    ...main.linked,
    others,
    all: inOrder(articles, settings.timeZone),
    pages: { [Symbol.iterator]: () => pagesOf(editions) },
  };
}

const NO_PAGES: SitePages = { pages: [], texts: {}, textsIn: new Map() };

function* pagesOf(editions: OtherEdition[]): Generator<LinkedPage> {
  for (const { place, linked } of editions) {
    for (const page of linked.pages) {
      page.path = inSite(place.prefix, page.path);
      yield page;
    }
  }
}

/** The pages of an edition that another can have too, by their paths in it: none that is a text, and no numbered page. */
function pathsIn({ edition, lists, series, stories }: Linked): ReadonlySet<string> {
  const years = [...new Set(stories.map(({ day }) => day.slice(0, 4)))];
  return new Set([
    ...(edition.home ? [] : [frontPath]),
    topicsPath,
    placesPath,
    archivePath,
    ...lists.map(({ kind, slug }) => listPath(kind, slug)),
    ...series.map(({ slug }) => seriesPath(slug)),
    ...years.map(yearPath),
    ...(edition.staff ? [staffPath] : []),
    ...(edition.corrections ? [correctionsPath()] : []),
  ]);
}

/** The main edition's page is the one for readers of any other language, else that of the first edition that has it. */
function alternatesAt(
  path: string,
  place: LanguageEdition,
  places: LanguageEdition[],
  paths: ReadonlySet<string>[],
): Alternate[] | undefined {
  const having = places.filter((_, at) => paths[at]?.has(path));
  const [first] = having;
  if (!first || !having.includes(place)) return undefined;
  const at = ({ language, prefix }: LanguageEdition): Alternate => ({ language, path: inSite(prefix, path) });
  const all = complete(at(place), having.filter((other) => other !== place).map(at), at(first).path);
  return all.length === 0 ? undefined : all;
}

/** The pages of an edition by their paths in it, with its words for pages that are none. */
function ownIn({ pages, texts, textsIn }: SitePages, { prefix }: LanguageEdition, places: LanguageEdition[]): Own {
  return {
    pages: pages.flatMap(({ value, ...page }) => {
      const { edition, path } = inEdition(places, value.path);
      if (edition?.prefix !== prefix) return [];
      const above = value.above?.map(({ name, url }) => ({ name, url: inEdition(places, url).path }));
      return [{ ...page, value: { ...value, path, ...(above && { above }) } }];
    }),
    texts: prefix === "" ? texts : (textsIn.get(prefix) ?? {}),
  };
}
