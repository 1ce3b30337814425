import type { Value } from "../schema.ts";
import type { Notice } from "./notice.ts";

export const HITS_PER_PAGE = 10;

export type Sort = "relevance" | "newest" | "oldest";

/** A document must have one of the slugs of each facet that is named. "year" is one too, with values such as "2024". */
export type Filters<Name extends string = string> = { [Facet in Name | "year"]?: readonly string[] | undefined };

/** `page` counts from 1. `typing`: the last word may continue. */
export type SearchOptions<Name extends string = string> = {
  sort?: Sort | undefined;
  filters?: Filters<Name> | undefined;
  page?: number | undefined;
  typing?: boolean | undefined;
};

/** A document that was found, as stored in the index. Scores are comparable only within one query. */
export type Hit<Stored = unknown> = { document: Stored; score: number };

/**
 * The results of a search.
 * `total` documents meet query and filters, `unfiltered` the query alone; both are
 * exact, unless `exact` is false: then there are at least that many.
 * `apart`: how many of the `total`, and of the `unfiltered`, the index counts apart (format/manifest.ts).
 * `words` are the words that were found, as marks() and passage() take them.
 * `suggestions` are whole queries, for "did you mean"; `relaxed`: no document met all clauses.
 * `vectors`: whether the index can be searched by meaning too.
 */
export type Results<Stored = unknown> = {
  hits: Hit<Stored>[];
  total: number;
  unfiltered: number;
  apart: { total: number; unfiltered: number };
  exact: boolean;
  page: number;
  pages: number;
  sort: Sort;
  relaxed: boolean;
  words: string[];
  notices: Notice[];
  suggestions: string[];
  vectors?: boolean;
};

/** A value to filter by, and how many documents it would find. */
export type FacetValue = { value: string; name: string; count: number };

/**
 * The values of each facet, most frequent first. Counts are exact. Years and the
 * listed facet have all values; other facets only those of the best hits, unless
 * `complete`.
 */
export type Facets<Name extends string = string> = { complete: boolean; values: Record<Name | "year", FacetValue[]> };

/** Completions of a query being typed: whole queries, and values of facets. */
export type Suggestions<Name extends string = string> = {
  queries: string[];
  values: (Value & { facet: Name; count: number })[];
};

/** How many documents have each value of a facet, most frequent first. */
export function tally<Stored>(documents: readonly Stored[], valuesOf: (document: Stored) => readonly Value[]): FacetValue[] {
  const counted = new Map<string, FacetValue>();
  for (const document of documents) {
    for (const { slug, name } of valuesOf(document)) {
      const value = counted.get(slug);
      if (value) value.count += 1;
      else counted.set(slug, { value: slug, name, count: 1 });
    }
  }
  return [...counted.values()].toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
