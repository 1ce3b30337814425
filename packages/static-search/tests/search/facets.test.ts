import { beforeAll, describe, expect, test } from "vitest";
import type { Document } from "../../src/build.ts";
import { type PageSearch, searchOver, idsFor } from "../support/searchOver.ts";
import { page } from "../support/inventedPages.ts";

const at = (i: number): string => new Date(Date.parse("2020-01-01T00:00:00Z") + i * 86_400_000).toISOString();

/** 400 documents with the word: in two sections, with topics, over two years. */
const documents: Document[] = Array.from({ length: 400 }, (_, i) =>
  page(`s${i}`, "A bridge", "About it.", {
    date: at(i),
    section: [i % 4 === 0 ? "Sport" : "Europe"],
    topic: ["Engineering", `Topic ${i % 10}`],
    place: i % 2 === 0 ? ["Malmö"] : [],
  }),
);

let search: PageSearch;
beforeAll(() => {
  search = searchOver(documents);
});

const counts = (values: { value: string; count: number }[]): Record<string, number> =>
  Object.fromEntries(values.map(({ value, count }) => [value, count]));

describe("facets", () => {
  test("of many documents have exact counts", async () => {
    const { values, complete } = await search.facets("bridge");
    expect(complete).toBe(false);
    expect(counts(values.section)).toEqual({ europe: 300, sport: 100 });
    expect(values.year).toEqual([
      { value: "2021", name: "2021", count: 34 },
      { value: "2020", name: "2020", count: 366 },
    ]);
    expect(values.place).toEqual([{ value: "malmö", name: "Malmö", count: 200 }]);
    expect(counts(values.topic)).toMatchObject({ engineering: 400, "topic-0": 40 });
  });

  test("of few documents are complete", async () => {
    const { values, complete } = await search.facets("bridge on:2020-02");
    expect(complete).toBe(true);
    expect(values.topic).toHaveLength(11);
    expect(counts(values.section)).toEqual({ europe: 22, sport: 7 });
  });

  test("of a kind are counted as if that kind were not filtered", async () => {
    const filters = { section: ["sport"], year: ["2020"] };
    const { values } = await search.facets("bridge", { filters });
    expect(counts(values.section)).toEqual({ europe: 274, sport: 92 });
    expect(counts(values.year)).toEqual({ "2020": 92, "2021": 8 });
    const few = await search.facets("bridge on:2020-02", { filters: { section: ["sport"] } });
    expect(counts(few.values.section)).toEqual({ europe: 22, sport: 7 });
    expect(counts(few.values.place)).toEqual({ malmö: 7 });
  });
});

describe("filters", () => {
  test("of one kind widen, of several narrow", async () => {
    expect(await search.search("bridge", { filters: { section: ["sport"] } })).toMatchObject({ total: 100, unfiltered: 400 });
    expect((await search.search("bridge", { filters: { section: ["sport", "europe"] } })).total).toBe(400);
    expect((await search.search("bridge", { filters: { topic: ["topic-1", "topic-2"], place: ["malmö"] } })).total).toBe(40);
    expect((await search.search("bridge", { filters: { year: ["2021"] } })).total).toBe(34);
  });

  test("that no document passes leave nothing", async () => {
    expect(await search.search("bridge", { filters: { author: ["nobody"], year: ["1999"] } })).toMatchObject({
      hits: [],
      total: 0,
      pages: 1,
    });
  });
});

describe("pages", () => {
  test("follow each other without gap or double", async () => {
    const seen = new Set<string>();
    for (let page = 1; page <= 40; page += 1) for (const slug of await idsFor(search, "bridge", { page })) seen.add(slug);
    expect(seen.size).toBe(400);
    const newest = await idsFor(search, "bridge", { sort: "newest", page: 2 });
    expect(newest[0]).toBe("s389");
  });

  test("that there are not are the nearest that there are", async () => {
    for (const page of [-1, 0, 1.5, NaN, 1]) expect((await search.search("bridge", { page })).page).toBe(1);
    expect((await search.search("bridge", { page: 9999 })).page).toBe(40);
  });
});
