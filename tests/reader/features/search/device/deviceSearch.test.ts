import { describe, expect, it } from "vitest";
import { deviceSearch } from "#reader/features/search/device/deviceSearch.ts";
import { anArticle } from "../../../../support/anArticle.ts";
import { threeStories } from "../../../../support/searchable.ts";

const arabic = anArticle({
  id: "mould",
  slug: "mould",
  headline: "العفن الذي أبعد الجراثيم",
  inLanguage: "ar",
  direction: "rtl",
  datePublished: "2024-04-22T07:10:00Z",
  body: [{ type: "paragraph", children: [{ type: "text", text: "رجع فلمنغ إلى المختبر." }] }],
});
const search = deviceSearch([...threeStories, arabic], undefined);
const found = async (query: string, options = {}) =>
  (await (await search).search(query, options)).hits.map(({ document }) => document.slug);

describe("the search of what is on the device", () => {
  it.each([
    ["bleaching", ["tanks", "reef"]],
    ["bleached", ["tanks", "reef"]],
    ["REEFS", ["reef"]],
    ["bleaching corals", ["tanks"]],
    ["bleaching -corals", ["reef"]],
    ["rain OR corals", ["race", "tanks"]],
    ['"on dry tyres"', ["race"]],
    ['"dry on tyres"', []],
    ['"pale flights"', []],
    ["blea*", ["tanks", "reef"]],
    ["title:race", ["race"]],
    ["title:tyres", []],
    ["section:climate", ["reef"]],
    ["in:climate", ["reef"]],
    ["before:2024", ["reef"]],
    ["bleaching after:2023", ["tanks"]],
    ["lang:ar", ["mould"]],
    ["مختبر", ["mould"]],
    ["nowhere", []],
    ["-corals", ["mould", "race", "reef"]],
    ["", []],
  ])("finds by %s", async (query, slugs) => {
    expect(await found(query)).toEqual(slugs);
  });

  it("finds while the last word is still being typed", async () => {
    expect(await found("blea", { typing: true })).toEqual(["tanks", "reef"]);
    expect(await found("blea")).toEqual([]);
  });

  it("puts what has a word in its headline first, and sorts by date when it is asked to", async () => {
    expect(await found("began OR pale")).toEqual(["reef", "tanks"]);
    expect(await found("bleaching", { sort: "oldest" })).toEqual(["reef", "tanks"]);
  });

  it("filters, and counts what another filter would give", async () => {
    expect(await found("bleaching", { filters: { section: ["climate"] } })).toEqual(["reef"]);
    const { values } = await (await search).facets("bleaching", { filters: { section: ["climate"] } });
    expect(values.section.map(({ value, count }) => [value, count])).toEqual([
      ["climate", 1],
      ["science", 1],
    ]);
    expect(values.year).toEqual([{ value: "2023", name: "2023", count: 1 }]);
  });

  it("says that it knows only what is on the device, and the words that it found", async () => {
    const { notices, words, total } = await (await search).search("bleached reefs");
    expect(notices).toEqual([{ code: "onDevice", stories: 4 }]);
    expect(words.toSorted()).toEqual(["bleaching", "reef", "reefs"]);
    expect(total).toBe(1);
  });
});
