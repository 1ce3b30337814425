import { expect, it, vi } from "vitest";
import type { Results } from "#content/search.ts";
import { newestOf, newSince } from "#reader/features/search/saved/newSince.ts";
import type { SearchProvider } from "#reader/features/search/searchProvider.ts";
import { noResults } from "../../../../support/noResults.ts";

const day = (date: string) => ({
  document: {
    slug: date,
    headline: date,
    datePublished: `2024-04-${date}T00:00:00Z`,
    readingMinutes: 1,
    topics: [],
    places: [],
    authors: [],
  },
  score: 1,
});

/** A search whose pages have stories of these days. */
function over(pages: string[], more: Partial<Results> = {}) {
  const search = vi.fn<SearchProvider["search"]>(async (_query, { page = 1 } = {}) => {
    const hits = (pages[page - 1] ?? "").split(" ").filter(Boolean).map(day);
    return { ...noResults, pages: pages.length, hits, ...more };
  });
  return { open: async () => {}, search, facets: vi.fn<SearchProvider["facets"]>() };
}

const saved = (newest: string) => ({ query: "snow", filters: { topic: ["ice"] }, newest, savedAt: 0 });

it.each([
  [["09 08", "07"], "2024-04-08T00:00:00Z", { count: 1, more: false }, 1],
  [["09 08", "07 06"], "2024-04-07T02:00:00+02:00", { count: 2, more: false }, 2],
  [["09 08", "07 06"], "", { count: 4, more: false }, 2],
  [["09", "08", "07", "06"], "", { count: 3, more: true }, 3],
  [[""], "", { count: 0, more: false }, 1],
])("of the pages %j, newer than “%s” are %j", async (pages, newest, found, asked) => {
  const provider = over(pages);
  expect(await newSince(provider, saved(newest))).toEqual(found);
  expect(provider.search.mock.calls.map(([query, options]) => [query, options])).toEqual(
    Array.from({ length: asked }, (_, at) => ["snow", { filters: { topic: ["ice"] }, sort: "newest", page: at + 1 }]),
  );
});

it("stories with only some of the words are not new, and none is the newest", async () => {
  const provider = over(["09"], { relaxed: true });
  expect(await newSince(provider, saved(""))).toEqual({ count: 0, more: false });
  expect(await newestOf(provider, saved(""))).toBe("");
});

it("the newest story of a search is the first, if there is one", async () => {
  const provider = over(["09 08"]);
  expect(await newestOf(provider, saved(""))).toBe("2024-04-09T00:00:00Z");
  expect(provider.search.mock.calls[0]?.slice(0, 2)).toEqual(["snow", { filters: { topic: ["ice"] }, sort: "newest" }]);
  expect(await newestOf(over([""]), saved(""))).toBe("");
});
