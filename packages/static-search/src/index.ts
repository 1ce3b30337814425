export { createSearch, type Search, SearchError, type SearchSettings } from "./search/createSearch.ts";
export type { FetchShard } from "./search/openShard.ts";
export type { Facet, Schema, Value } from "./schema.ts";
export type { Notice } from "./query/notice.ts";
export {
  type Facets,
  type FacetValue,
  type Filters,
  type Hit,
  HITS_PER_PAGE,
  type Results,
  type SearchOptions,
  type Sort,
  type Suggestions,
  tally,
} from "./query/results.ts";
