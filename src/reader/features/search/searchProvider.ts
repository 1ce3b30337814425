import type { Search } from "static-search";
import type { Facets, Results, SearchDocument, SearchOptions } from "#content/search.ts";
import type { SubjectKind } from "#content/teaser.ts";

/**
 * What answers the queries of an edition: its own index, or a search engine that
 * the publisher runs. The reader knows nothing else of it. Methods reject when
 * there is no answer, and the page then offers to try again; a query itself is
 * never wrong: what was not understood stands in the results' notices.
 * With a signal a query can be given up, and what it still waits for with it.
 */
export type SearchProvider = {
  /** Loads what every query needs, so that the first is faster. */
  open: () => Promise<void>;
  search: (query: string, options?: SearchOptions, signal?: AbortSignal) => Promise<Results>;
  /** What the hits of a search can be filtered by; asked for after it, it costs only the counting. */
  facets: (query: string, options?: SearchOptions, signal?: AbortSignal) => Promise<Facets>;
  /** What another search finds by the vectors that an index has. */
  byVectors?: Search<SearchDocument, SubjectKind>["byVectors"];
};
