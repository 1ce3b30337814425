import { csvParse, csvParseRows } from "d3-dsv";
import { strFromU8, unzipSync } from "fflate";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { cardsCsv, folderOf, notesInMarkdown, readwiseCsv, storiesCsv, zipped } from "#reader/features/library/export/takeout.ts";

const stamp = "00001700000000-0000-device";
const resolve = (path: string) => `https://paper.example${path}`;

const mark = (id: string, start: number, exact: string, note?: string): LibraryRecord => ({
  kind: "highlight",
  id,
  stamp,
  value: {
    slug: "voyager",
    headline: 'Voyager 1: "noise"',
    passage: { exact, prefix: "", suffix: "", start, end: start + exact.length },
    colour: "yellow",
    ...(note !== undefined && { note }),
    madeAt: Date.parse("2026-03-01T07:00:00Z"),
  },
});
const HOSTILE = '# not a heading\n1. nor a list, *nor* [a](link) <b>tag</b>, "quoted" & so on';
const records: LibraryRecord[] = [
  mark("later", 90, HOSTILE),
  mark("first", 10, "fault lay", "Ask, about\nthe chip."),
  { kind: "highlight", id: "gone", stamp, value: null },
  { kind: "saved", id: "voyager", stamp, value: { slug: "voyager", headline: 'Voyager 1: "noise"', savedAt: 1000 } },
  { kind: "read", id: "voyager", stamp, value: { slug: "voyager", headline: 'Voyager 1: "noise"', readAt: 2000 } },
  { kind: "read", id: "reef", stamp, value: { slug: "reef", headline: "A reef, bleached", readAt: 3000 } },
];

test("highlights leave as a Markdown file a story, which says what was highlighted and nothing else", () => {
  const files = notesInMarkdown(records, resolve);
  expect([...files.keys()]).toEqual(["voyager.md"]);
  const [, head = "", body = ""] = files.get("voyager.md")!.split(/^---$/mu);
  expect(parse(head)).toEqual({ title: 'Voyager 1: "noise"', url: "https://paper.example/article/voyager" });
  const page = new DOMParser().parseFromString(new MarkdownIt({ html: true }).render(body), "text/html");
  const quotes = [...page.querySelectorAll("blockquote")].map(({ textContent }) => textContent.trim());
  expect(quotes).toEqual(["fault lay", HOSTILE]);
  expect(page.querySelector("h1, ol, em, b")).toBeNull();
  expect(page.body.textContent).toContain("Ask, about\nthe chip.");
  expect(page.querySelector("a")?.getAttribute("href")).toBe("https://paper.example/article/voyager#:~:text=fault%20lay");
});

test("they leave together as a ZIP file", () => {
  const files = unzipSync(zipped(new Map([["voyager.md", "Ü"]])));
  expect(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([["voyager.md", "Ü"]]);
});

test("Readwise's columns hold each highlight with its note, where it is and when it was made", () => {
  const rows = csvParse(readwiseCsv(records, "The Paper", resolve));
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual({
    Highlight: "fault lay",
    Title: 'Voyager 1: "noise"',
    Author: "The Paper",
    URL: "https://paper.example/article/voyager#:~:text=fault%20lay",
    Note: "Ask, about\nthe chip.",
    Location: "10",
    Date: "2026-03-01T07:00:00.000Z",
  });
  expect(rows[1]!["Highlight"]).toBe(HOSTILE);
});

test("cards ask by the note, or else by the headline", () => {
  const lines = cardsCsv(records, resolve).split("\n");
  expect(lines.slice(0, 3)).toEqual(["#separator:Comma", "#html:false", "#columns:Front,Back,Tags"]);
  const rows = csvParseRows(lines.slice(4).join("\n"));
  expect(rows.map(([front, back]) => [front, back!.split("\nhttps")[0]])).toEqual([
    ["Ask, about\nthe chip.", "fault lay"],
    ['Voyager 1: "noise"', HOSTILE],
  ]);
});

test("stories leave as a table, each once, with when it was saved and opened", () => {
  const table = storiesCsv(records, resolve);
  expect(table.startsWith("\uFEFFurl,"), "Excel would take it for another encoding").toBe(true);
  expect(csvParse(table.slice(1)).map((row) => ({ ...row }))).toEqual([
    {
      url: "https://paper.example/article/voyager",
      title: 'Voyager 1: "noise"',
      saved: "1970-01-01T00:00:01.000Z",
      read: "1970-01-01T00:00:02.000Z",
    },
    { url: "https://paper.example/article/reef", title: "A reef, bleached", saved: "", read: "1970-01-01T00:00:03.000Z" },
  ]);
});

test("in a folder that the reader picks they have one of the paper's, whatever it is called", () => {
  expect(["The Paper: North", "../..", "A/B\\C", "…", ""].map(folderOf)).toEqual([
    "The Paper North",
    "Highlights",
    "A B C",
    "…",
    "Highlights",
  ]);
});
