import type { SubjectKind } from "../teaser.ts";
import type { SearchDocument } from "./document.ts";
import type { Notice } from "./notice.ts";

export const HITS_PER_PAGE = 10;

export type Sort = "relevance" | "newest" | "oldest";

/** What can be filtered by. A filter is a slug, or the year "2024". */
export type FacetKind = SubjectKind | "year";

/** Within one kind any of the values will do; of every kind that is named one must. */
export type Filters = { [Kind in FacetKind]?: readonly string[] | undefined };

/** `page` counts from 1. `typing`: the last word may go on. */
export type SearchOptions = {
  sort?: Sort | undefined;
  filters?: Filters | undefined;
  page?: number | undefined;
  typing?: boolean | undefined;
};

/** A story that was found. `score` compares hits of one query only. */
export type Hit = { document: SearchDocument; score: number };

/**
 * An answer.
 * `total` stories meet query and filters, `unfiltered` the query alone; both are
 * exact, unless `exact` is false: then there are at least so many.
 * `words` are the words that were found, as marks() and passage() take them.
 * `suggestions` are whole queries, for "did you mean"; `relaxed`: no story met all.
 */
export type Results = {
  hits: Hit[];
  total: number;
  unfiltered: number;
  exact: boolean;
  page: number;
  pages: number;
  sort: Sort;
  relaxed: boolean;
  words: string[];
  notices: Notice[];
  suggestions: string[];
};

/** One value to filter by, with how many stories would be found. */
export type FacetValue = { value: string; name: string; count: number };

/**
 * The values of each kind, the most frequent first. Counts are exact. Sections
 * and years are all there; topics, places and authors only those of the best
 * hits, unless `complete`. `onDevice`: only what is on the device was looked through.
 */
export type Facets = { complete: boolean; onDevice?: boolean; values: { [Kind in FacetKind]: FacetValue[] } };

/** How what was typed may go on: whole queries, and pages of the paper. */
export type Suggestions = {
  queries: string[];
  subjects: { kind: SubjectKind; slug: string; name: string; count: number }[];
};
