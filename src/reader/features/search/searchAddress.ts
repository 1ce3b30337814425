import type { Sort } from "static-search";
import { FACET_KINDS, type FacetKind, type Filters } from "#content/search.ts";
import { searchPath } from "#content/paths.ts";

/** Everything that the search page shows follows from this state, which its address contains. */
export type SearchState = { query: string; filters: Filters; sort: Sort; page: number };

export function readSearch(params: URLSearchParams): SearchState {
  const sort = params.get("sort");
  const page = Number(params.get("page"));
  const filters: Filters = {};
  for (const kind of FACET_KINDS) {
    const values = params.getAll(kind).filter(Boolean);
    if (values.length > 0) filters[kind] = values;
  }
  return {
    query: params.get("q") ?? "",
    filters,
    sort: sort === "newest" || sort === "oldest" ? sort : "relevance",
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

export function searchParams({ query, filters, sort, page }: SearchState): URLSearchParams {
  const params = new URLSearchParams();
  if (query) params.set("q", query);
  for (const kind of FACET_KINDS) for (const value of filters[kind] ?? []) params.append(kind, value);
  if (sort !== "relevance") params.set("sort", sort);
  if (page > 1) params.set("page", String(page));
  return params;
}

export function searchAddress(state: SearchState): string {
  const params = String(searchParams(state));
  return params === "" ? searchPath : `${searchPath}?${params}`;
}

/** The same search with a filter added or removed. */
export function toggled(state: SearchState, kind: FacetKind, value: string): SearchState {
  const values = state.filters[kind] ?? [];
  const others = values.filter((other) => other !== value);
  return { ...state, page: 1, filters: { ...state.filters, [kind]: others.length < values.length ? others : [...values, value] } };
}

export const filterCount = ({ filters }: SearchState): number => FACET_KINDS.reduce((sum, kind) => sum + (filters[kind]?.length ?? 0), 0);
