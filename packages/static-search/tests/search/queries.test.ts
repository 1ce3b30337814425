import { beforeAll, describe, expect, test } from "vitest";
import { type PageSearch, searchOver, idsFor } from "../support/searchOver.ts";
import { archive, page } from "../support/inventedPages.ts";

let search: PageSearch;
beforeAll(() => {
  search = searchOver(archive);
});

describe("a query finds", () => {
  test.each<[query: string, slugs: string[]]>([
    ["coral bleach", ["heat", "reefs", "washing"]],
    ['"coral bleaching"', ["reefs"]],
    ['"bleaching coral"', []],
    ['"coral is pale"', ["reefs"]],
    ['"florida the coral"', ["reefs"]],
    ["coral -shirt", ["heat", "reefs"]],
    ["europol OR vaccines", ["covid", "europol"]],
    ["coral OR europol -florida", ["europol", "washing"]],
    ["topic:oceans", ["heat", "reefs"]],
    ["topic:oceans coral -topic:coral-bleaching", ["heat"]],
    ['topic:"Coral bleaching"', ["reefs"]],
    ["topic:oresund-link", ["bruecke"]],
    ["topic:coral", ["reefs"]],
    ["place:netherlands", ["reefs"]],
    ['place:"the Netherlands"', ["reefs"]],
    ["place:florida OR topic:europol", ["europol", "heat", "reefs"]],
    ["section:climate -section:climate", []],
    ['author:"crime desk"', ["europol"]],
    ["in:climate -section:climate", []],
    ["title:reefs", ["reefs"]],
    ["title:reef", ["reefs"]],
    ["title:coral", []],
    ['title:"fourth time"', ["reefs"]],
    ["lang:de", ["bruecke"]],
    ["-lang:en", ["bruecke", "ecole", "penicillin", "tokyo"]],
    ["before:2001-07-01", ["bruecke"]],
    ["after:2024-04-05 lang:en", ["reefs"]],
    ["on:2020", ["covid", "washing"]],
    ["on:2024-04-22", ["penicillin"]],
    ["after:2020 before:2023", ["tokyo"]],
    ["after:2030", []],
    ["before:1990", []],
  ])("%s: %j", async (query, slugs) => {
    const { hits, relaxed } = await search.search(query);
    expect(relaxed ? [] : hits.map(({ document }) => document.id).toSorted()).toEqual(slugs);
  });
});

test("a phrase does not go over the end of a paragraph or a field", async () => {
  const other = searchOver([page("s", "First words", ["One two", "three four"], { summary: "second words" })]);
  expect((await other.search('"two three"')).relaxed).toBe(true);
  expect((await other.search('"words second"')).relaxed).toBe(true);
  expect((await other.search('"three four"')).relaxed).toBe(false);
});

describe("when no document has all words", () => {
  test("those that have some are shown, and the answer says so", async () => {
    const { hits, relaxed, notices } = await search.search("coral europol");
    expect(relaxed).toBe(true);
    expect(hits.length).toBe(4);
    expect(notices).toContainEqual({ code: "relaxed", all: 0 });
  });

  test("what is not a word must still be met", async () => {
    expect(await idsFor(search, "coral europol section:crime")).toEqual(["europol"]);
  });

  test("a document that has most of many words is shown after one that has all", async () => {
    const { hits, notices } = await search.search("coral bleaching florida pale");
    expect(hits[0]?.document.id).toBe("reefs");
    expect(notices).toEqual([{ code: "relaxed", all: 1 }]);
  });
});

describe("a query that cannot be understood is answered in words", () => {
  test.each([
    ["", { code: "nothingToFind" }],
    ["…", { code: "nothingToFind" }],
    ["topic:unheard-of", { code: "valueUnknown", field: "topic", value: "unheard-of" }],
    ["lang:xx", { code: "languageUnknown", value: "xx" }],
    ["before:soon coral", { code: "dateNeeded", field: "before", value: "soon" }],
    ["qqqqqq", { code: "wordUnknown", word: "qqqqqq" }],
  ])("%s: %j", async (query, notice) => expect((await search.search(query)).notices).toContainEqual(notice));
});

test("an AND of two common words misses nothing", async () => {
  const documents = Array.from({ length: 600 }, (_, i) =>
    page(`s${i}`, `Story ${i}`, `${i % 2 === 0 ? "bridge" : "tunnel"} ${i % 3 === 0 ? "water" : "land"} ${"filler ".repeat(i % 50)}`),
  );
  const { total, exact } = await searchOver(documents).search("bridge water");
  expect({ total, exact }).toEqual({ total: 100, exact: true });
});

test("a query of nothing but what is left out gives the rest, newest first", async () => {
  const slugs = await idsFor(search, "-coral");
  expect(slugs).toEqual(["penicillin", "europol", "tokyo", "covid", "ecole", "bruecke"]);
});

test("an archive of no documents answers", async () => {
  const empty = searchOver([]);
  expect(await empty.search('coral topic:x before:2020 "a b"')).toMatchObject({ hits: [], total: 0 });
  expect((await empty.facets("coral")).values.topic).toEqual([]);
  expect(await empty.suggest("co")).toEqual({ queries: [], values: [] });
});

test("a section can be named by in: as well", async () => {
  const slugs = async (query: string) => (await search.search(query)).hits.map(({ document }) => document.id);
  expect(await slugs("in:climate")).toEqual(await slugs("section:climate"));
  expect(await slugs("in:climate")).not.toEqual([]);
});

test("a mistyped word is mended while it is typed, unless it goes on to a word", async () => {
  const typed = (query: string) => search.search(query, { typing: true });
  expect((await typed("blaeching")).hits[0]?.document.id).toBe("reefs");
  expect((await typed("blea")).notices).toEqual([]);
});

test("where a word that is left out stands in every document, those without it in their title are found", async () => {
  const { hits, notices } = await search.search("coral -coral");
  expect(hits.map(({ document }) => document.id)).toContain("reefs");
  expect(notices).toEqual([{ code: "excludedInTitle" }]);
});

test("a word to be left out is that word alone while it is typed", async () => {
  const hits = async (query: string) => (await search.search(query, { typing: true })).hits.length;
  expect(await hits("coral -shir")).toBe(await hits("coral"));
});
