import type { Results } from "#content/search.ts";

/** The answer to a search that finds nothing. */
export const noResults: Results = {
  hits: [],
  total: 0,
  unfiltered: 0,
  apart: { total: 0, unfiltered: 0 },
  exact: true,
  page: 1,
  pages: 1,
  sort: "newest",
  relaxed: false,
  words: [],
  notices: [],
  suggestions: [],
};
