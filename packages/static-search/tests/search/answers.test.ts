import { expect, test } from "vitest";
import type { SearchOptions } from "../../src/index.ts";
import { archive } from "../support/inventedPages.ts";
import { searchOver } from "../support/searchOver.ts";

type Options = SearchOptions<"topic" | "place" | "section" | "author">;

const search = searchOver(archive);

/** An answer on one line: the hits with their scores, and what else it says. */
async function answer(query: string, options: Options = {}): Promise<string> {
  const { hits, total, unfiltered, exact, page, pages, relaxed, words, suggestions } = await search.search(query, options);
  const found = hits.map(({ document, score }) => `${document.id} ${score.toPrecision(4)}`).join(", ");
  return `${found} | ${total} of ${unfiltered}${exact ? "" : " at least"}, page ${page} of ${pages}${relaxed ? ", relaxed" : ""} | ${words.join(" ")} | ${suggestions.join(", ")}`;
}

test("answers have their hits, scores, words and suggestions", async () => {
  const queries = [
    "coral",
    "coral bleach",
    '"coral bleaching" ocean',
    "coral europol",
    "policies",
    "corla",
    "europ*",
    "title:reefs OR topic:oceans",
    "-lang:en",
  ];
  expect(Object.fromEntries(await Promise.all(queries.map(async (query) => [query, await answer(query)])))).toEqual({
    coral: "reefs 1.006, washing 0.6701, heat 0.5912 | 3 of 3, page 1 of 1 | coral corals | ",
    "coral bleach": "reefs 1.861, washing 1.501, heat 1.287 | 3 of 3, page 1 of 1 | coral corals bleach bleaching | ",
    '"coral bleaching" ocean': "reefs 4.897 | 1 of 1, page 1 of 1 | coral bleaching ocean oceans | ",
    "coral europol": "europol 0.9004, reefs 0.5030, washing 0.3350, heat 0.2956 | 4 of 4, page 1 of 1, relaxed | coral corals europol | ",
    policies: "heat 0.9184, washing 0.7521 | 2 of 2, page 1 of 1 | policies policy | ",
    corla: "reefs 0.7043, washing 0.4690, heat 0.4138 | 3 of 3, page 1 of 1 | coral corals | coral",
    "europ*": "europol 1.081 | 1 of 1, page 1 of 1 | european europol | ",
    "title:reefs OR topic:oceans": "reefs 0.000001095, heat 0.000001060 | 2 of 2, page 1 of 1 |  | ",
    "-lang:en": "penicillin 0.000001107, tokyo 0.000001042, ecole 0.000001000, bruecke 0.000001000 | 4 of 4, page 1 of 1 |  | ",
  });
});

test("answers follow filters, sorting and the word being typed", async () => {
  const asked: [string, Options][] = [
    ["coral", { filters: { year: ["2023", "2024"] } }],
    ["coral", { filters: { topic: ["oceans"], place: ["florida"] }, sort: "oldest" }],
    ["the", { sort: "newest" }],
    ["the", { sort: "oldest", page: 2 }],
    ["cor ble", { typing: true }],
  ];
  expect(await Promise.all(asked.map(([query, options]) => answer(query, options)))).toEqual([
    "reefs 1.006, heat 0.5912 | 2 of 3, page 1 of 1 | coral corals | ",
    "heat 0.5912, reefs 1.006 | 2 of 3, page 1 of 1 | coral corals | ",
    "reefs 0.7652, europol 0.7580, heat 0.7406, covid 0.6481 | 4 of 4, page 1 of 1 | the | ",
    "covid 0.6481, heat 0.7406, europol 0.7580, reefs 0.7652 | 4 of 4, page 1 of 1 | the | ",
    "reefs 0.3018, heat 0.2087, washing 0.2010 | 3 of 3, page 1 of 1, relaxed | bleach bleaching | ",
  ]);
});

test("facets count each value", async () => {
  expect((await search.facets("coral OR europol")).values).toEqual({
    topic: [
      { value: "oceans", name: "Oceans", count: 2 },
      { value: "coral-bleaching", name: "Coral bleaching", count: 1 },
      { value: "europol", name: "Europol", count: 1 },
    ],
    place: [
      { value: "florida", name: "Florida", count: 2 },
      { value: "netherlands", name: "the Netherlands", count: 1 },
      { value: "the-hague", name: "The Hague", count: 1 },
    ],
    section: [
      { value: "climate", name: "Climate", count: 2 },
      { value: "crime", name: "Crime", count: 1 },
      { value: "culture", name: "Culture", count: 1 },
    ],
    author: [
      { value: "climate-desk", name: "Climate desk", count: 1 },
      { value: "crime-desk", name: "Crime desk", count: 1 },
    ],
    year: [
      { value: "2024", name: "2024", count: 2 },
      { value: "2023", name: "2023", count: 1 },
      { value: "2020", name: "2020", count: 1 },
    ],
  });
});

test("suggestions complete the word being typed, and name values of facets", async () => {
  expect(await search.suggest("co")).toEqual({
    queries: ["coral", "corals", "count", "counts", "covid"],
    values: [{ facet: "topic", slug: "coral-bleaching", name: "Coral bleaching", count: 1 }],
  });
});
