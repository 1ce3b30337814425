import { complete } from "#content/edition/alternates.ts";
import type { Article } from "#content/article.ts";
import { editionOf, inEdition } from "#content/edition/editions.ts";
import type { Alternate, LanguageEdition } from "#content/edition/languageEdition.ts";
import { inSite } from "#content/paths.ts";
import { editionsOf, settingsIn, settingsPlace } from "../settings/editionSettings.ts";
import type { Fronts } from "../settings/readSettings.ts";
import type { Settings } from "../settings/settings.ts";
import type { EditionPages } from "./editionData.ts";
import type { FrontSources } from "./frontCuration.ts";
import { link, type Linked, type LinkOptions } from "./link.ts";
import type { LinkedPage } from "./page.ts";
import { pathsInOthers } from "./pagesOf.ts";
import { inOrder, type Story } from "./story.ts";

/** An edition in a language other than the paper's main one, with the settings that apply to it. */
export type OtherEdition = { place: LanguageEdition; settings: Settings; linked: Linked };

/**
 * The main edition, and those in other languages. `pages` are those of all editions, with their paths in the site; `all` are all
 * stories, oldest first.
 */
export type LinkedSite = Linked & { others: OtherEdition[]; all: Story[] };

/** The static pages with their paths in the site, and the paper's texts for built-in pages; `textsIn` are those of editions by prefix. */
type SitePages = EditionPages & { textsIn: ReadonlyMap<string, EditionPages["texts"]> };

/**
 * Arranges the stories of a site on its pages: those of its only edition, or of
 * each of its editions, which have the stories in their language.
 */
export function linkSite(
  articles: Article[],
  settings: Settings,
  { own = NO_PAGES, fronts = new Map(), fileOf = new Map(), now = Date.now(), ...options }: SiteOptions = {},
): LinkedSite {
  const places = editionsOf(settings);
  const frontOf = (prefix: string): Pick<LinkOptions, "front"> => {
    const front = fronts.get(prefix);
    return front ? { front: { ...front, fileOf, now } } : {};
  };
  if (places.length === 0) {
    const linked = link(articles, settings, { ...options, ...frontOf(""), own });
    return { ...linked, others: [], all: linked.stories };
  }
  const paths: ReadonlySet<string>[] = [];
  // Only called while pages are made, when all editions are known.
  const among = places.map((place) => (path: string) => alternatesAt(path, place, places, paths));
  const [main, ...others] = places.map((place, at) => {
    const of = articles.filter(({ inLanguage }) => editionOf(places, inLanguage) === place);
    const { prefix } = place;
    const { memory: _memory, ...elsewhere } = options;
    const its = { prefix, own: ownIn(own, place, places), settingsPlace: settingsPlace(settings, place), ...frontOf(prefix) };
    const shared = { ...its, editions: places, alternatesAt: among[at] };
    const holding = settingsIn(settings, place);
    const linked = link(of, holding, prefix === "" ? { ...options, ...shared } : { ...elsewhere, ...shared });
    paths.push(pathsInOthers(linked));
    return { place, settings: holding, linked };
  });
  if (!main) throw new Error("The site has no main edition.");
  const editions = [main, ...others];
  return {
    ...main.linked,
    others,
    all: inOrder(articles, settings.timeZone),
    pages: { [Symbol.iterator]: () => pagesOf(editions) },
  };
}

/** `fronts` are an editor's choices for front pages, by the prefix of the edition. */
type SiteOptions = Omit<LinkOptions, "own" | "front" | "prefix" | "settingsPlace"> &
  Partial<Pick<FrontSources, "fileOf" | "now">> & { own?: SitePages; fronts?: Fronts };

const NO_PAGES: SitePages = { pages: [], texts: {}, textsIn: new Map() };

function* pagesOf(editions: OtherEdition[]): Generator<LinkedPage> {
  for (const { place, linked } of editions) {
    for (const page of linked.pages) {
      page.path = inSite(place.prefix, page.path);
      yield page;
    }
  }
}

/** For readers of any other language, the default is the main edition's page, or else that of the first edition that has it. */
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

/** The static pages of an edition with their paths in it, and its texts for built-in pages. */
function ownIn({ pages, texts, textsIn }: SitePages, { prefix }: LanguageEdition, places: LanguageEdition[]): EditionPages {
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
