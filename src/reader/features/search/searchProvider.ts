import type { Search } from "static-search";
import type { Facets, Results, SearchDocument, SearchOptions } from "#content/search.ts";
import type { SubjectKind } from "#content/teaser.ts";

/**
 * Answers the queries of an edition: its own index, or a search engine that the
 * publisher runs. The reader knows nothing else about it. Methods reject when there
 * is no answer, and the page then offers to try again. A query is never an error:
 * the notices of the results say what was not understood. A signal aborts a query
 * and the requests that it is waiting for.
 */
export type SearchProvider = {
  /** Loads what every query needs, so that the first is faster. */
  open: () => Promise<void>;
  search: (query: string, options?: SearchOptions, signal?: AbortSignal) => Promise<Results>;
  /** The filters for the hits of a search. After the search itself they cost only the counting. */
  facets: (query: string, options?: SearchOptions, signal?: AbortSignal) => Promise<Facets>;
  /** The hits that a search by the vectors of the index finds. */
  byVectors?: Search<SearchDocument, SubjectKind>["byVectors"];
};
