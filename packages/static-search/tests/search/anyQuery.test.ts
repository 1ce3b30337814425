import fc from "fast-check";
import { expect, test } from "vitest";
import type { SearchOptions } from "../../src/query/results.ts";
import { searchOver } from "../support/searchOver.ts";
import { archive } from "../support/inventedPages.ts";

const parts = fc.constantFrom(
  ...'coral|bleach|europol|"|“|-|OR|topic:|place:|before:|on:2024|title:|lang:|*|(|東京|猫|الكتاب|é|2024-13|covid-19|\ud800|\0|the|constructor|__proto__'.split(
    "|",
  ),
);
const query = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.oneof(parts, fc.string()), { maxLength: 12 }).map((words) => words.join(" ")),
);
const options: fc.Arbitrary<SearchOptions> = fc.record({
  typing: fc.boolean(),
  page: fc.oneof(fc.integer(), fc.double()),
  sort: fc.constantFrom("relevance", "newest", "oldest"),
  filters: fc.record({ topic: fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }), year: fc.constantFrom([], ["2024"], ["x"]) }),
});

test("four thousand queries of any characters are answered", { timeout: 300_000 }, async () => {
  const search = searchOver(archive);
  await fc.assert(
    fc.asyncProperty(query, options, async (text, asked) => {
      const { total, unfiltered, hits, page, pages } = await search.search(text, asked);
      expect(total <= unfiltered && hits.length <= total && page >= 1 && page <= pages).toBe(true);
    }),
    { numRuns: 4_000 },
  );
  await fc.assert(
    fc.asyncProperty(query, async (text) => {
      await search.suggest(text);
      await search.facets(text);
    }),
    { numRuns: 500 },
  );
});
