import { beforeAll, describe, expect, test } from "vitest";
import { type Files, filesOf, idsFor, type PageSearch, searchOver } from "../support/searchOver.ts";
import { page } from "../support/inventedPages.ts";

const HOUR = 3_600_000;

/** 32 older documents, and 8 that have a part of the index of their own. Some words are in both, some in one. */
const documents = Array.from({ length: 40 }, (_, i) =>
  page(
    `s${i}`,
    i === 35 ? "Harbours reopen" : `Story ${i}`,
    `${i % 2 === 0 ? "alpha omega" : "omega beta"} ${i < 32 ? "older" : "latest harbour"} ${i === 3 || i === 38 ? "strasse" : ""} ${i === 39 ? "Straße" : ""}`,
    { date: new Date(Date.parse("2024-01-01T00:00:00Z") + i * HOUR).toISOString() },
  ),
);

let search: PageSearch & { asked: string[]; files: Files };
beforeAll(() => {
  search = searchOver(documents);
});

describe("the latest documents are found with the others", () => {
  test("by a word, a phrase, a word of a title and a name", async () => {
    expect((await search.search("omega")).total).toBe(40);
    expect((await search.search('"alpha omega"')).total).toBe(20);
    expect((await search.search("alpha latest")).total).toBe(4);
    expect(await idsFor(search, "title:harbours")).toEqual(["s35"]);
    expect((await search.search("alpha", { sort: "oldest" })).hits.map(({ document }) => document.id).slice(0, 2)).toEqual(["s0", "s2"]);
    expect((await search.search("strasse")).total).toBe(3);
  });

  test("by other forms, corrections and completions of words that they alone have", async () => {
    expect((await search.search("harbours")).total).toBe(8);
    expect((await search.search("harbuor")).notices).toEqual([{ code: "corrected", from: "harbuor", to: "harbour" }]);
    expect((await search.suggest("harb")).queries).toContain("harbour");
    expect((await search.suggest("stras")).queries).toEqual(["straße"]);
  });
});

test("another document leaves the files of older documents as they are", () => {
  const pages = (files: Files): unknown => JSON.parse(Buffer.from(files.get("manifest.json") ?? new ArrayBuffer()).toString()).root;
  expect(pages(search.files)).toEqual(pages(filesOf(documents.slice(0, 39))));
});
