import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryFile, readLibraryFile } from "#content/library/exportFile.ts";
import { keyOf, merge } from "#content/library/merge.ts";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { nextStamp } from "#content/library/stamp.ts";

const NOW = Date.UTC(2024, 4, 1);

const passage = fc.record({
  exact: fc.string(),
  prefix: fc.string({ maxLength: 64 }),
  suffix: fc.string({ maxLength: 64 }),
  start: fc.nat(),
  end: fc.nat(),
});
const slug = fc.constantFrom("a", "b", "voyager-1", "ما");
const stamp = fc.nat({ max: NOW }).map((time) => nextStamp(undefined, time, "desk"));
const headline = fc.string({ unit: "grapheme", maxLength: 100 });
const story = { slug, headline, inLanguage: fc.constantFrom("ar", "en-GB", undefined) };

const record: fc.Arbitrary<LibraryRecord> = fc.oneof(
  fc.record({ kind: fc.constant("saved" as const), id: slug, stamp, value: fc.option(fc.record({ ...story, savedAt: fc.nat() })) }),
  fc.record({ kind: fc.constant("read" as const), id: slug, stamp, value: fc.option(fc.record({ ...story, readAt: fc.nat() })) }),
  fc.record({
    kind: fc.constant("highlight" as const),
    id: slug,
    stamp,
    value: fc.option(
      fc.record({
        ...story,
        passage,
        colour: fc.constantFrom("yellow" as const, "green" as const),
        note: headline,
        madeAt: fc.nat(),
      }),
    ),
  }),
);
const library = fc.array(record).map((records) => merge(new Map(), records));

const written = (records: Iterable<LibraryRecord>) => JSON.stringify(libraryFile(records, [], new Date(NOW)));

test("a library that leaves and comes in again is the same, however often", () => {
  fc.assert(
    fc.property(library, library, (mine, other) => {
      const text = written(mine.values());
      const read = readLibraryFile(text, NOW);
      expect(read?.refused).toEqual([]);
      const again = merge(new Map(), read?.records ?? []);
      expect(written(again.values())).toBe(text);
      const once = merge(other, read?.records ?? []);
      expect(merge(once, read?.records ?? [])).toEqual(once);
      // Nothing newer that was there is lost.
      for (const record of other.values()) expect((once.get(keyOf(record))?.stamp ?? "") >= record.stamp).toBe(true);
    }),
  );
});

test.each(["saved", "read"])(
  "a story that was %s keeps its language in a file, and one from before languages were kept comes in",
  (kind) => {
    const value = { slug: "a", headline: "A", [kind === "saved" ? "savedAt" : "readAt"]: 1 };
    const records = [
      { kind, id: "a", stamp: nextStamp(undefined, 1, "desk"), value: { ...value, inLanguage: "ar" } },
      { kind, id: "b", stamp: nextStamp(undefined, 1, "desk"), value },
    ];
    const text = JSON.stringify({ format: "broadsheet-library", version: 1, exportedAt: new Date(NOW).toISOString(), records });
    const read = readLibraryFile(text, NOW);
    expect(read).toEqual({ records, links: [], refused: [] });
    expect(JSON.parse(written(read?.records ?? [])).records).toEqual(records);
  },
);

test("links to other sites leave with the library, and come in again unless their address is none of the web", () => {
  const links = [
    { title: "A book", quotes: [{ text: "Words.", note: "Mine." }] },
    { url: "https://example.com/a", title: "A", savedAt: 7, read: true, tags: ["one"] },
  ];
  const file = libraryFile([], links.toReversed(), new Date(NOW));
  expect(file.links).toEqual(links);
  const bad = [{ url: "javascript:alert(1)", title: "B" }, { url: "https://example.com/c" }];
  const read = readLibraryFile(JSON.stringify({ ...file, links: [...links, ...bad] }), NOW);
  expect(read?.links).toEqual(links);
  expect(read?.refused).toEqual([
    { name: "link 3", reason: "url must be a web address" },
    { name: "link 4", reason: "title is missing" },
  ]);
});

test("what was taken away does not leave with the library", () => {
  const gone: LibraryRecord = { kind: "read", id: "a", stamp: nextStamp(undefined, 1, "desk"), value: null };
  expect(libraryFile([gone], [], new Date(NOW)).records).toEqual([]);
});

test("bad records are set aside by their names, and the rest comes in", () => {
  const good: LibraryRecord = {
    kind: "saved",
    id: "a",
    stamp: nextStamp(undefined, 1, "desk"),
    value: { slug: "a", headline: "A", savedAt: 1 },
  };
  const file = libraryFile([good], [], new Date(NOW));
  const bad = [{ ...good, id: "b", value: { slug: "b" } }, 7, { ...good, stamp: nextStamp(undefined, NOW + 3 * 86_400_000, "desk") }];
  const read = readLibraryFile(JSON.stringify({ ...file, records: [...file.records, ...bad] }), NOW);
  expect(read?.records).toEqual([good]);
  expect(read?.refused).toEqual([
    { name: "saved/b", reason: "value.headline is missing" },
    { name: "3", reason: "is 7 but must be Object" },
    { name: "saved/a", reason: "stamp lies in the future" },
  ]);
});

test.each(["", "[]", '{"format":"broadsheet-library","version":2,"exportedAt":"2024-05-01T00:00:00.000Z","records":[]}'])(
  "a file that is no library of this version is refused whole: %s",
  (text) => {
    expect(readLibraryFile(text, NOW)).toBeUndefined();
  },
);
