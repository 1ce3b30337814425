import { HITS_PER_PAGE, tally } from "static-search";
import { parseQuery, type Query } from "static-search/query";
import { loadStem } from "static-search/text/stem";
import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import {
  FACET_KINDS,
  type FacetKind,
  type Facets,
  type Filters,
  type Notice,
  type Results,
  type SearchOptions,
  searchSchema,
} from "#content/search.ts";
import type { SubjectKind } from "#content/teaser.ts";
import type { SearchProvider } from "../searchProvider.ts";
import { type DeviceStory, deviceStory } from "./deviceStory.ts";
import { type Match, matcher } from "./matchStory.ts";

type Found = { story: DeviceStory; match: Match };

/**
 * Searches the stories on the device, for when the index is out of reach. It scans
 * them one by one, which is fast enough for a few thousand. It supports the same
 * queries as the index, but no spelling correction, no synonyms and no relaxed queries.
 */
export async function deviceSearch(articles: readonly Article[], edition: Edition | undefined): Promise<SearchProvider> {
  const stories = articles.map((article) => deviceStory(article, edition));
  const languages = [...new Set(stories.map(({ language }) => language))];
  // A stemmer may not be on the device: then the search does without.
  const stems = new Map(await Promise.all(languages.map(async (tag) => [tag, await loadStem(tag).catch(() => undefined)] as const)));
  const find = ({ clauses }: Query): Found[] => {
    if (clauses.length === 0) return [];
    const matchers = new Map(languages.map((language) => [language, matcher(clauses, stems.get(language))]));
    return stories.flatMap((story) => {
      const match = matchers.get(story.language)?.(story);
      return match ? [{ story, match }] : [];
    });
  };
  return {
    open: () => Promise.resolve(),
    search: async (text, options = {}) => {
      const query = parseQuery(text, searchSchema, options.typing);
      return results(find(query), [{ code: "onDevice", stories: stories.length }, ...query.notices], options);
    },
    facets: async (text, options = {}) => facets(find(parseQuery(text, searchSchema, options.typing)), options),
  };
}

function results(found: readonly Found[], notices: Notice[], options: SearchOptions): Results {
  const { sort = "relevance", filters = {} } = options;
  const passing = found.filter(({ story }) => passes(story, filters)).toSorted(ORDERS[sort]);
  const pages = Math.max(1, Math.ceil(passing.length / HITS_PER_PAGE));
  const page = Math.min(pages, Math.max(1, options.page ?? 1));
  return {
    hits: passing
      .slice((page - 1) * HITS_PER_PAGE, page * HITS_PER_PAGE)
      .map(({ story: { document }, match: { score } }) => ({ document, score })),
    total: passing.length,
    unfiltered: found.length,
    apart: { total: 0, unfiltered: 0 },
    exact: true,
    page,
    pages,
    sort,
    relaxed: false,
    words: [...new Set(found.flatMap(({ match: { words } }) => [...words]))],
    notices,
    suggestions: [],
  };
}

const published = ({ story: { document } }: Found): number => Date.parse(document.datePublished);

const ORDERS: Record<Results["sort"], (a: Found, b: Found) => number> = {
  relevance: (a, b) => b.match.score - a.match.score || published(b) - published(a),
  newest: (a, b) => published(b) - published(a),
  oldest: (a, b) => published(a) - published(b),
};

/** Counts each kind as if it were not filtered itself, so that the reader sees what another choice would give. */
function facets(found: readonly Found[], { filters = {} }: SearchOptions): Facets {
  const among = (kind: FacetKind) => found.filter(({ story }) => passes(story, filters, kind)).map(({ story }) => story.document);
  const values = (kind: SubjectKind) => tally(among(kind), searchSchema.facets[kind].of);
  const years = among("year").map(yearOf);
  const year = [...new Set(years)]
    .toSorted()
    .toReversed()
    .map((value) => ({ value, name: value, count: years.filter((other) => other === value).length }));
  return {
    complete: true,
    onDevice: true,
    values: { section: values("section"), topic: values("topic"), place: values("place"), author: values("author"), year },
  };
}

const yearOf = ({ datePublished }: { datePublished: string }): string => datePublished.slice(0, "2024".length);

function passes({ document }: DeviceStory, filters: Filters, but?: FacetKind): boolean {
  return FACET_KINDS.every((kind) => {
    const wanted = filters[kind] ?? [];
    if (kind === but || wanted.length === 0) return true;
    return kind === "year"
      ? wanted.includes(yearOf(document))
      : searchSchema.facets[kind].of(document).some(({ slug }) => wanted.includes(slug));
  });
}
