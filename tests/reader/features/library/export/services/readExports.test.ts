import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { quotesIn, readExports } from "#reader/features/library/export/services/readExports.ts";

const bytesOf = (name: string): Buffer => readFileSync(`tests/fixtures/exports/${name}`);
const fileOf = (content: string | Uint8Array, name: string): File =>
  new File([typeof content === "string" ? content : content.slice()], name);
const read = (...names: string[]) => readExports(names.map((name) => fileOf(bytesOf(name), name)));
const readText = (text: string, name = "file.csv") => readExports([fileOf(text, name)]);

test("Pocket’s table gives dates, tags and what was read; a row without a web address is named by its line", async () => {
  const { links, faults } = await read("pocket.csv");
  expect(links.map(({ title }) => title)).toEqual([
    "You Might Not Need jQuery",
    "Avec les accusés d’El Halia, par Gisèle Halimi (Le Monde diplomatique, sept",
    "A title of two lines",
    "Voyager 1 makes sense again - Broadsheet",
  ]);
  expect(links[1]).toMatchObject({ savedAt: 1_599_806_347_000, tags: ["histoire", "droit"], saved: true });
  expect(links.map((link) => link.read ?? false)).toEqual([false, false, true, true]);
  // The third row has a line break of its own.
  expect(faults).toEqual([{ file: "pocket.csv", place: "line 6", reason: "“javascript:alert(1)” is not the address of a web page" }]);
});

test("Pocket’s older page gives the same, in its two lists", async () => {
  const { links, faults } = await read("ril_export.html");
  expect(links).toEqual([
    {
      url: "https://example.com/rabbits?a=1&b=2",
      title: "Tarn : des lapins ravagent le terrain",
      savedAt: 1_688_628_695_000,
      tags: ["ifttt", "new_entry_simple"],
      saved: true,
    },
    { url: "https://example.com/no-title", title: "https://example.com/no-title", savedAt: 1_688_627_412_000, saved: true },
    { url: "https://example.com/read", title: "Read <b> long ago", savedAt: 1_688_627_000_000, read: true, saved: true },
  ]);
  expect(faults).toEqual([]);
});

test("Instapaper’s table gives its own folders as tags, and selections as quotations", async () => {
  const { links, faults } = await read("instapaper.csv");
  expect(links.map(({ tags, read: isRead, quotes }) => ({ tags, isRead, quotes }))).toEqual([
    { tags: ["react", "café"], isRead: true, quotes: undefined },
    { tags: ["Starred"], isRead: undefined, quotes: [{ text: "A selection, kept" }] },
    { tags: undefined, isRead: undefined, quotes: undefined },
  ]);
  expect(faults).toEqual([]);
});

test("wallabag’s JSON gives annotations with their notes; an entry without an address is named, and the rest is read", async () => {
  const { links, faults } = await read("wallabag.json");
  expect(links).toEqual([
    {
      url: "https://wallabag.org/annotation-test",
      title: "An entry with annotations",
      savedAt: Date.parse("2024-01-01T08:00:00Z"),
      read: true,
      tags: ["a", "b"],
      quotes: [
        { text: "some quoted text", note: "my imported annotation", madeAt: Date.parse("2024-01-02T09:00:00Z") },
        { text: "no text at all" },
      ],
      saved: true,
    },
    {
      url: "https://example.com/untitled",
      title: "https://example.com/untitled",
      savedAt: Date.parse("2016-09-08T09:55:58Z"),
      saved: true,
    },
  ]);
  expect(faults).toEqual([{ file: "wallabag.json", place: "entry 2", reason: "url is missing" }]);
});

test("wallabag’s table has semicolons, and the day before the month", async () => {
  const { links } = await read("wallabag.csv");
  expect(links).toEqual([
    {
      url: "https://example.com/w",
      title: "A semicolon; in a title",
      savedAt: Date.parse("2023-12-25"),
      tags: ["one", "two"],
      saved: true,
    },
  ]);
});

test("Readwise’s highlights of one book are one entry, and were not saved", async () => {
  const { links } = await read("readwise.csv");
  expect(links[0]).toEqual({
    title: "The Slow Book",
    tags: ["essays"],
    quotes: [
      {
        text: "Attention is trained, not given.\nA page read twice is a different page.",
        note: "Key idea",
        madeAt: Date.parse("2020-10-05T10:15:30Z"),
      },
    ],
    saved: false,
  });
});

test("Readwise Reader’s table has tags as Python writes them", async () => {
  const { links } = await read("reader.csv");
  expect(links).toEqual([
    {
      url: "https://example.com/reader",
      title: "Article Title",
      savedAt: Date.parse("2022-11-06T04:33:50Z"),
      tags: ["example", "two words"],
      saved: true,
    },
    { url: "https://example.com/done", title: "Done", savedAt: Date.parse("2022-11-07T04:33:50Z"), read: true, saved: true },
  ]);
});

test("bookmarks have their folders as tags, but for the browser’s own, and descriptions as notes", async () => {
  const { links, faults } = await read("bookmarks.html");
  expect(links).toEqual([
    { url: "https://example.com/bar", title: "On the bar", savedAt: 1_700_000_001_000, saved: true },
    {
      url: "https://example.com/space",
      title: "Orbits",
      savedAt: 1_700_000_003_000,
      tags: ["Space & time", "orbit"],
      quotes: [{ text: "", note: "What was written of it" }],
      saved: true,
    },
    { url: "https://example.com/later", title: "alert(1)After", savedAt: 1_700_000_005_000, saved: true },
  ]);
  expect(faults).toEqual([{ file: "bookmarks.html", place: "line 17", reason: "“javascript:alert(1)” is not the address of a web page" }]);
});

test("an archive of Omnivore gives its pages with their highlights, and leaves the texts of pages packed", async () => {
  const page = (slug: string, state: string, changes = {}) => ({
    id: slug,
    slug,
    title: slug,
    url: `https://example.com/${slug}`,
    state,
    readingProgress: 12,
    labels: ["tag"],
    savedAt: "2024-03-01T10:00:00.000Z",
    ...changes,
  });
  const archive = zipSync({
    "metadata_0_to_2.json": strToU8(JSON.stringify([page("one", "SUCCEEDED"), page("two", "Archived")])),
    "metadata_2_to_3.json": strToU8(JSON.stringify([page("three", "Active", { labels: [{ name: "named" }], readingProgress: 100 })])),
    "content/one.html": strToU8("<a href='https://example.com/not-saved'>A link in a story</a>"),
    "highlights/one.md": strToU8("> A line. \n\n#label\n\nMy note\n\n> Another. "),
    "highlights/gone.md": strToU8("> Of nothing. "),
  });
  const { links, faults } = await readExports([fileOf(archive, "omnivore.zip")]);
  expect(links.map(({ title, read: isRead, tags }) => [title, isRead ?? false, tags])).toEqual([
    ["one", false, ["tag"]],
    ["two", true, ["tag"]],
    ["three", true, ["named"]],
  ]);
  expect(links[0]?.quotes).toEqual([{ text: "A line.", note: "My note" }, { text: "Another." }]);
  expect(faults).toEqual([{ file: "highlights/gone.md", reason: "belongs to no page in this archive" }]);
});

test("highlights of Omnivore keep their paragraphs, and a note on the whole page is one", () => {
  expect(quotesIn("A note on it all\n\n\n\n> First.\n> Second. ")).toEqual([
    { text: "", note: "A note on it all" },
    { text: "First.\nSecond." },
  ]);
});

test("an archive of Pocket gives all parts of its table and what was marked, each page once", async () => {
  const annotations = [{ url: "https://example.com/a", title: "A", highlights: [{ quote: "Words of it", created_at: 1_700_000_100 }] }];
  const archive = zipSync({
    "part_000000.csv": strToU8("title,url,time_added,tags,status\nA,https://example.com/a,1700000000,,unread\n"),
    "part_000001.csv": strToU8("title,url,time_added,tags,status\nB,https://example.com/b,1700000001,,archive\n"),
    "annotations/part_000000.json": strToU8(JSON.stringify(annotations)),
  });
  const { links, faults } = await readExports([fileOf(archive, "pocket.zip")]);
  expect(links).toEqual([
    {
      url: "https://example.com/a",
      title: "A",
      savedAt: 1_700_000_000_000,
      quotes: [{ text: "Words of it", madeAt: 1_700_000_100_000 }],
      saved: true,
    },
    { url: "https://example.com/b", title: "B", savedAt: 1_700_000_001_000, read: true, saved: true },
  ]);
  expect(faults).toEqual([]);
});

test.each([
  ["", "is empty"],
  ["a,b,c\n1,2,3\n", "line 1: “a,b,c” is not how an export of Pocket, Instapaper, wallabag or Readwise begins"],
  ['[{"url":"https://example.com"', /^is not complete JSON: .+/u],
  ['{"a":1}', "is not an export of wallabag, Omnivore or Pocket"],
  ['[{"a":1}]', "is not an export of wallabag, Omnivore or Pocket"],
  ['{"format":"broadsheet-library"}', "is a library of this reader, which is imported above"],
  ["<p>No links here</p>", "contains no links"],
  ["PK\u0003\u0004 and no more", /^is a damaged ZIP file: .+/u],
])("a file that is no export says why: %s", async (text, why) => {
  const { links, faults } = await readText(text);
  expect(links).toEqual([]);
  const said = faults.map(({ place, reason }) => [place, reason].filter(Boolean).join(": "));
  expect(said[0]).toEqual(typeof why === "string" ? why : expect.stringMatching(why));
  expect(said).toHaveLength(1);
});

test("a table that was cut off says where, and keeps the rows before", async () => {
  const { links, faults } = await readText(
    'url,title,time_added\nhttps://example.com/a,A,1\nhttps://example.com/b,"B and,2\nhttps://example.com/c,C,3\n',
  );
  expect(links[0]?.title).toBe("A");
  expect(faults).toEqual([
    { file: "file.csv", place: "line 3", reason: "a quotation mark is never closed, so rows after it may be missing" },
  ]);
});

test("bookmarks that were cut off say where, and keep the links before", async () => {
  const { links, faults } = await readText(
    '<DL><DT><A HREF="https://example.com/a">A</A>\n<DT><A HREF="https://example.com/b">B',
    "cut.html",
  );
  expect(links.map(({ title }) => title)).toEqual(["A", "B"]);
  expect(faults).toEqual([{ file: "cut.html", place: "line 2", reason: "a link is never closed, so links after it may be missing" }]);
});

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string): Uint8Array => new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (letter) => letter.charCodeAt(0)).buffer);

test.each([
  ["Latin-1, as Excel saves it", latin],
  ["UTF-8 with a byte order mark", (text: string) => strToU8(`\uFEFF${text}`)],
  ["UTF-16", utf16],
  ["UTF-8 with one bad byte", (text: string) => new Uint8Array([...strToU8(text), ...strToU8("https://example.com/b,"), 0xe9])],
])("a table in %s keeps its letters", async (_encoding, encoded) => {
  const { links, faults } = await readExports([
    fileOf(encoded("url,title,time_added\r\nhttps://example.com/a,Über Cafés,1700000000\r\n"), "a.csv"),
  ]);
  expect(links[0]).toMatchObject({ title: "Über Cafés", savedAt: 1_700_000_000_000 });
  expect(faults).toEqual([]);
});

test("an address with a space or a backslash is one, and none that runs code", async () => {
  const { links, faults } = await readText(
    'url,title,time_added\nhttps://example.com/a b\\c,A,1\n"java\nscript:alert(1)",B,1\n"javascript: alert(1)",C,1\n',
  );
  expect(links.map(({ url }) => url)).toEqual(["https://example.com/a%20b/c"]);
  expect(faults).toHaveLength(2);
});
