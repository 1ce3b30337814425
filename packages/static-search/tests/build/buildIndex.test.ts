import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inventedArchive, schema } from "../../bench/inventedArchive.ts";
import { buildIndex, type Document, type IndexSettings } from "../../src/build.ts";
import { archive as pages, page } from "../support/inventedPages.ts";
import { temporaryFolder } from "../support/searchOver.ts";

const settings = { schema, language: "en" };
const archive = [...inventedArchive(100)];

/** The files of an index by name, byte for byte. */
function bytesIn(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );
}

const digest = (files: Map<string, string>): string =>
  createHash("sha256")
    .update(JSON.stringify([...files]))
    .digest("hex");

function fromNothing(documents: Iterable<Document>): Map<string, string> {
  const folder = temporaryFolder();
  buildIndex(documents, settings, folder);
  return bytesIn(folder);
}

const documentIn = (archive: Document[] | undefined) => (id: string) => archive?.find((document) => document.id === id);

/** Builds one edition after another into one folder, with what each leaves for the next. */
function after(...editions: Document[][]): { files: Map<string, string>; stats: ReturnType<typeof buildIndex>["stats"] } {
  const [out, state] = [temporaryFolder(), temporaryFolder()];
  const built = editions.map((documents, i) => buildIndex(documents, settings, out, { state, document: documentIn(editions[i - 1]) }));
  const last = built.at(-1);
  if (!last) throw new Error("No edition was given.");
  return { files: bytesIn(out), stats: last.stats };
}

const changed = (index: number, changes: Partial<Document>): Document[] =>
  archive.map((document, i) => (i === index ? { ...document, ...changes } : document));

/** The fields of a document of the archive with some changed. */
const fields = (index: number, changes: Document["fields"]): Pick<Document, "fields"> => ({
  fields: { ...archive[index]?.fields, ...changes },
});

describe("an index", () => {
  test("has the same bytes each time it is built", () => {
    expect(fromNothing(archive)).toEqual(fromNothing(archive));
  });

  // Other bytes need another number of the rules (src/build/buildIndex.ts), or of the format if readers cannot read them (files.ts).
  test("has the bytes that its rules have always given", () => {
    expect(digest(fromNothing(archive))).toBe("dbed39007865f985a3a0f594c24e3072a97a1f9aa1c7d5507851a563c4756da3");
    expect(digest(fromNothing(pages.toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date))))).toBe(
      "e1de22a85b32922a5d583d6ab4868cb847f0bde15b2b003ed8aeaad2af5c7b71",
    );
  });

  test("names all files that it wrote, and only those are there", () => {
    const folder = temporaryFolder();
    const { files, stats } = buildIndex(archive, settings, folder);
    expect(files).toEqual(readdirSync(folder).toSorted());
    expect(stats).toMatchObject({ documents: 100, changed: 100, whole: true });
  });

  test("of no documents can be built", () => {
    expect(fromNothing([]).has("manifest.json")).toBe(true);
  });

  test("keeps its manifest small", () => {
    const manifest = Buffer.from(fromNothing(archive).get("manifest.json") ?? "", "base64");
    expect(manifest.length).toBeLessThan(4000);
  });
});

describe("an index that is brought up to date", () => {
  test("is what building it from nothing gives when a document was changed", () => {
    const edition = changed(50, {
      ...fields(50, { title: "A wholly new title about Brücken", summary: "Entirely new words." }),
      facets: { ...archive[50]?.facets, topic: [] },
      stored: { title: "A wholly new title about Brücken" },
    });
    const { files, stats } = after(archive, edition);
    expect(stats).toMatchObject({ changed: 1, whole: false });
    expect(files).toEqual(fromNothing(edition));
  });

  test("is what building it from nothing gives when documents were added at the end", () => {
    const { files, stats } = after(archive.slice(0, 95), archive);
    expect(stats).toMatchObject({ changed: 5, whole: false });
    expect(files).toEqual(fromNothing(archive));
  });

  test("stays so over many editions", () => {
    const editions = Array.from({ length: 4 }, (_, i) =>
      archive
        .slice(0, 85 + i * 5)
        .map((a, n) => (n % 47 === i ? { ...a, ...fields(n, { body: [a.fields["body"] ?? []].flat().slice(i) }) } : a)),
    );
    expect(after(...editions).files).toEqual(fromNothing(editions.at(-1) ?? []));
  });

  test("does not touch files when nothing changed", () => {
    const { stats } = after(archive, archive);
    expect(stats).toMatchObject({ changed: 0, whole: false });
  });

  test("is what building it from nothing gives when a document hangs on other names", () => {
    const { facets } = archive[50] ?? {};
    const topic = (facets?.["topic"] ?? []).slice(0, 1).map(({ slug, name }) => ({ slug, name: `${name} and more` }));
    const edition = changed(50, { facets: { ...facets, topic, place: [] }, language: "de" });
    const { files, stats } = after(archive, edition);
    expect(stats).toMatchObject({ changed: 1, whole: false });
    expect(files).toEqual(fromNothing(edition));
  });

  test("is what building it from nothing gives when a document says one word more", () => {
    const edition = changed(50, fields(50, { body: [archive[50]?.fields["body"] ?? [], "Corrected."].flat() }));
    const { files, stats } = after(archive, edition);
    expect(stats).toMatchObject({ changed: 1, whole: false });
    expect(files).toEqual(fromNothing(edition));
  });

  test.each([
    ["zvénka zvenka", "zvenka zvenka"],
    ["zvénka zvěnka zvenka", "zvénka zvenka zvenka"],
    ["zvěnka zvěnka", "zvenka zvěnka"],
    ["zvěnka zvenka", "gone zvenka"],
  ])("is what building it from nothing gives when documents that said %s say %s", (were, are) => {
    const edition = (words: string): Document[] =>
      archive.map((document, i) => ({ ...document, ...fields(i, { body: words.split(" ")[i] ?? "other" }) }));
    const { files, stats } = after(edition(were), edition(are));
    expect(stats).toMatchObject({ changed: 1, whole: false });
    expect(files).toEqual(fromNothing(edition(are)));
  });

  test("writes no word again that a corrected document says as it did", () => {
    const [out, state] = [temporaryFolder(), temporaryFolder()];
    buildIndex(archive, settings, out, { state });
    const before = bytesIn(out);
    const edition = changed(50, { digest: "another" });
    buildIndex(edition, settings, out, { state, document: documentIn(archive) });
    const others = [...bytesIn(out)].filter(([name, bytes]) => before.get(name) !== bytes).map(([name]) => name);
    expect(others).toEqual([]);
  });

  test("is built anew when it is not known what a changed document was", () => {
    const [out, state] = [temporaryFolder(), temporaryFolder()];
    buildIndex(archive, settings, out, { state });
    const edition = changed(50, fields(50, { title: "Another" }));
    expect(buildIndex(edition, settings, out, { state }).stats.whole).toBe(true);
    expect(bytesIn(out)).toEqual(fromNothing(edition));
  });

  test("is built anew when a document is gone", () => {
    const fewer = archive.filter((_, i) => i !== 7);
    const { files, stats } = after(archive, fewer);
    expect(stats.whole).toBe(true);
    expect(files).toEqual(fromNothing(fewer));
  });

  test("is built anew when a document of an earlier date has come", () => {
    const { files, stats } = after(
      archive.filter((_, i) => i !== 7),
      archive,
    );
    expect(stats.whole).toBe(true);
    expect(files).toEqual(fromNothing(archive));
  });

  test("is built anew when a shard is missing or cut off", () => {
    const [out, state] = [temporaryFolder(), temporaryFolder()];
    buildIndex(archive, settings, out, { state });
    for (const name of readdirSync(out)) if (name.startsWith("d")) truncateSync(join(out, name), 5);
    for (const name of readdirSync(out)) if (!name.startsWith("d") && name.endsWith(".bin")) writeFileSync(join(out, name), "");
    const edition = changed(3, fields(3, { title: "Another" }));
    expect(buildIndex(edition, settings, out, { state, document: documentIn(archive) }).stats.whole).toBe(true);
    expect(bytesIn(out)).toEqual(fromNothing(edition));
  });

  test("is built anew when the state that the last build left cannot be read", () => {
    const [out, state] = [temporaryFolder(), temporaryFolder()];
    buildIndex(archive, settings, out, { state });
    writeFileSync(join(state, "state.json"), "{");
    expect(buildIndex(archive, settings, out, { state }).stats.whole).toBe(true);
    expect(existsSync(join(out, "manifest.json"))).toBe(true);
  });
});

describe("in an archive of thousands", () => {
  const tiny = (i: number, text: string, title = `Page ${i}`): Document =>
    page(`s${String(i).padStart(5, "0")}`, title, `${text} the number ${i}`, {
      date: new Date(Date.parse("2020-01-01T00:00:00Z") + i * 3_600_000).toISOString(),
    });
  /** In 4,100 documents 1,024 may have positions of a word, and 512 all its levels. */
  const edition = (quarter: number, eighth: number): Document[] =>
    Array.from({ length: 4100 }, (_, i) => tiny(i, `${i < quarter ? "quarter" : "other"} ${i < eighth ? "eighth" : "rest"}`));

  test("a word that becomes frequent loses its positions and levels as in a build from nothing", () => {
    const later = edition(1030, 520);
    const { files, stats } = after(edition(1020, 510), later);
    expect(stats).toMatchObject({ whole: false, changed: 20 });
    expect(files).toEqual(fromNothing(later));
  });

  test("a frequent word that a document says elsewhere, more often, in its title or in another writing is listed as in a build from nothing", () => {
    const others = [
      tiny(7, "Anew: other rest"),
      tiny(7, `other rest ${"number ".repeat(10)}`),
      tiny(7, "other rest", "Page number 7"),
      tiny(7, "óther rest"),
    ];
    const first = edition(0, 0);
    const editions = [first, ...others.map((other) => first.with(7, other))];
    const [out, state] = [temporaryFolder(), temporaryFolder()];
    for (const [n, documents] of editions.entries()) {
      const { stats } = buildIndex(documents, settings, out, { state, document: documentIn(editions[n - 1]) });
      expect(stats).toMatchObject(n === 0 ? { whole: true } : { whole: false, changed: 1 });
      expect(bytesIn(out)).toEqual(fromNothing(documents));
    }
  });

  test("a word that becomes rarer gets them again, by building anew", () => {
    for (const rarer of [edition(1020, 520), edition(1030, 510)]) {
      const { files, stats } = after(edition(1030, 520), rarer);
      expect(stats.whole).toBe(true);
      expect(files).toEqual(fromNothing(rarer));
    }
  });
});

describe("what cannot be indexed is refused by name", () => {
  const build = (documents: Document[], changes: Partial<IndexSettings> = {}) =>
    buildIndex(documents, { ...settings, ...changes }, temporaryFolder());

  test("documents that do not come oldest first", () => {
    expect(() => build(archive.toReversed())).toThrow("Documents must come oldest first, but 98 is older than the one before it.");
  });

  test("a document whose date cannot be read", () => {
    expect(() => build(changed(0, { date: "yesterday" }))).toThrow("The date of the document 0 cannot be read: yesterday.");
  });

  test("a field and a facet that are not of this index", () => {
    expect(() => build(changed(0, { fields: { headline: "A" } }))).toThrow('a field "headline"');
    expect(() => build(changed(0, { facets: { topics: [] } }))).toThrow('The document 0 has a facet "topics"');
  });

  test.each(["w", "year", "title", "Topic", "to/pic"])("a facet that is called %s", (name) => {
    expect(() => build([], { schema: { facets: { [name]: { of: () => [] } } } })).toThrow(`cannot be called "${name}"`);
  });

  test("two facets of one name", () => {
    expect(() => build([], { schema: { facets: { topic: { of: () => [], alias: "tag" }, tag: { of: () => [] } } } })).toThrow(
      'Two facets of the search index are called "tag".',
    );
  });

  test("a facet to be listed that there is not", () => {
    expect(() => build([], { schema: { facets: {}, listed: "topic" } })).toThrow('no facet "topic"');
  });
});

test("a change is noticed in documents that have nothing of their own, but by their prototype", () => {
  const lazy = (documents: Document[]) => documents.map((document): Document => Object.create(document));
  expect(after(lazy(archive), lazy(changed(50, fields(50, { title: "Another" })))).stats.changed).toBe(1);
});

test("of a document whose digest is known, neither its texts nor what is kept of it are read", () => {
  const [out, state] = [temporaryFolder(), temporaryFolder()];
  const marked = archive.map((document) => ({ ...document, digest: `digest of ${document.id}` }));
  buildIndex(marked, settings, out, { state });
  const unread = marked.map(({ id, date, language, facets, digest }): Document => ({
    id,
    date,
    language,
    facets,
    digest,
    get fields(): never {
      throw new Error("The texts were read.");
    },
    get stored(): never {
      throw new Error("What is kept was read.");
    },
  }));
  expect(buildIndex(unread, settings, out, { state }).stats).toMatchObject({ changed: 0, whole: false });
});
