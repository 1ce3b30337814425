import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildSearch } from "#compiler/search/buildSearch.ts";
import type { Article } from "#content/article.ts";
import { inventedArchive } from "../../../scripts/search/inventedArchive.ts";
import { makeArticle } from "../../support/makeArticle.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const settings = { language: "en", timeZone: "UTC" };
const archive = [...inventedArchive(100)];

/** The files of an index by name, byte for byte. */
function bytesIn(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );
}

function fromNothing(articles: Iterable<Article>): Map<string, string> {
  const folder = temporaryFolder();
  buildSearch(articles, settings, folder);
  return bytesIn(folder);
}

const articleIn = (edition: Article[] | undefined) => (slug: string) => edition?.find((article) => article.slug === slug);

/** Builds one edition after another into one folder, with what each leaves for the next. */
function after(...editions: Article[][]): { files: Map<string, string>; stats: ReturnType<typeof buildSearch>["stats"] } {
  const [out, state] = [temporaryFolder(), temporaryFolder()];
  const built = editions.map((articles, i) => buildSearch(articles, settings, out, { state, article: articleIn(editions[i - 1]) }));
  const last = built.at(-1);
  if (!last) throw new Error("No edition was given.");
  return { files: bytesIn(out), stats: last.stats };
}

const changed = (index: number, changes: Partial<Article>): Article[] =>
  archive.map((article, i) => (i === index ? { ...article, ...changes } : article));

describe("an index", () => {
  test("has the same bytes each time it is built", () => {
    expect(fromNothing(archive)).toEqual(fromNothing(archive));
  });

  test("names all files that it wrote, and only those are there", () => {
    const folder = temporaryFolder();
    const { files, stats } = buildSearch(archive, settings, folder);
    expect(files).toEqual(readdirSync(folder).toSorted());
    expect(stats).toMatchObject({ stories: 100, changed: 100, whole: true });
  });

  test("of no stories can be built", () => {
    expect(fromNothing([]).has("manifest.json")).toBe(true);
  });

  test("keeps its manifest small", () => {
    const manifest = Buffer.from(fromNothing(archive).get("manifest.json") ?? "", "base64");
    expect(manifest.length).toBeLessThan(4000);
  });
});

describe("an index that is brought up to date", () => {
  test("is what building it from nothing gives when a story was changed", () => {
    const edition = changed(50, { headline: "A wholly new headline about Brücken", standfirst: "Entirely new words.", topics: [] });
    const { files, stats } = after(archive, edition);
    expect(stats).toMatchObject({ changed: 1, whole: false });
    expect(files).toEqual(fromNothing(edition));
  });

  test("is what building it from nothing gives when stories were added at the end", () => {
    const { files, stats } = after(archive.slice(0, 95), archive);
    expect(stats).toMatchObject({ changed: 5, whole: false });
    expect(files).toEqual(fromNothing(archive));
  });

  test("stays so over many editions", () => {
    const editions = Array.from({ length: 4 }, (_, i) =>
      archive.slice(0, 85 + i * 5).map((a, n) => (n % 47 === i ? { ...a, body: a.body.slice(i) } : a)),
    );
    expect(after(...editions).files).toEqual(fromNothing(editions.at(-1) ?? []));
  });

  test("does not touch files when nothing changed", () => {
    const { stats } = after(archive, archive);
    expect(stats).toMatchObject({ changed: 0, whole: false });
  });

  test("is what building it from nothing gives when a story hangs on other names", () => {
    const [topic] = archive[50]?.topics ?? [];
    const edition = changed(50, { topics: topic ? [{ ...topic, name: `${topic.name} and more` }] : [], places: [], inLanguage: "de" });
    const { files, stats } = after(archive, edition);
    expect(stats).toMatchObject({ changed: 1, whole: false });
    expect(files).toEqual(fromNothing(edition));
  });

  test("is what building it from nothing gives when a story says one word more", () => {
    const more: Article["body"][number] = { type: "paragraph", children: [{ type: "text", text: "Corrected." }] };
    const edition = changed(50, { body: [...(archive[50]?.body ?? []), more] });
    const { files, stats } = after(archive, edition);
    expect(stats).toMatchObject({ changed: 1, whole: false });
    expect(files).toEqual(fromNothing(edition));
  });

  test.each([
    ["zvénka zvenka", "zvenka zvenka"],
    ["zvénka zvěnka zvenka", "zvénka zvenka zvenka"],
    ["zvěnka zvěnka", "zvenka zvěnka"],
    ["zvěnka zvenka", "gone zvenka"],
  ])("is what building it from nothing gives when stories that said %s say %s", (were, are) => {
    const saying = (text = "other"): Partial<Article> => ({ body: [{ type: "paragraph", children: [{ type: "text", text }] }] });
    const edition = (words: string): Article[] => archive.map((article, i) => ({ ...article, ...saying(words.split(" ")[i]) }));
    const { files, stats } = after(edition(were), edition(are));
    expect(stats).toMatchObject({ changed: 1, whole: false });
    expect(files).toEqual(fromNothing(edition(are)));
  });

  test("writes no word again that a corrected story says as it did", () => {
    const [out, state] = [temporaryFolder(), temporaryFolder()];
    buildSearch(archive, settings, out, { state });
    const before = bytesIn(out);
    const edition = changed(50, { corrections: [{ date: "2024-05-01T00:00:00Z", children: [] }] });
    buildSearch(edition, settings, out, { state, article: articleIn(archive) });
    const others = [...bytesIn(out)].filter(([name, bytes]) => before.get(name) !== bytes).map(([name]) => name);
    expect(others).toEqual([]);
  });

  test("is built anew when it is not known what a changed story was", () => {
    const [out, state] = [temporaryFolder(), temporaryFolder()];
    buildSearch(archive, settings, out, { state });
    const edition = changed(50, { headline: "Another" });
    expect(buildSearch(edition, settings, out, { state }).stats.whole).toBe(true);
    expect(bytesIn(out)).toEqual(fromNothing(edition));
  });

  test("is built anew when a story is gone", () => {
    const fewer = archive.filter((_, i) => i !== 7);
    const { files, stats } = after(archive, fewer);
    expect(stats.whole).toBe(true);
    expect(files).toEqual(fromNothing(fewer));
  });

  test("is built anew when a story of an earlier date has come", () => {
    const { files, stats } = after(
      archive.filter((_, i) => i !== 7),
      archive,
    );
    expect(stats.whole).toBe(true);
    expect(files).toEqual(fromNothing(archive));
  });

  test("is built anew when a shard is missing or cut off", () => {
    const [out, state] = [temporaryFolder(), temporaryFolder()];
    buildSearch(archive, settings, out, { state });
    for (const name of readdirSync(out)) if (name.startsWith("d")) truncateSync(join(out, name), 5);
    for (const name of readdirSync(out)) if (!name.startsWith("d") && name.endsWith(".bin")) writeFileSync(join(out, name), "");
    const edition = changed(3, { headline: "Another" });
    expect(buildSearch(edition, settings, out, { state, article: articleIn(archive) }).stats.whole).toBe(true);
    expect(bytesIn(out)).toEqual(fromNothing(edition));
  });

  test("is built anew when the state that the last build left cannot be read", () => {
    const [out, state] = [temporaryFolder(), temporaryFolder()];
    buildSearch(archive, settings, out, { state });
    writeFileSync(join(state, "state.json"), "{");
    expect(buildSearch(archive, settings, out, { state }).stats.whole).toBe(true);
    expect(existsSync(join(out, "manifest.json"))).toBe(true);
  });
});

describe("in an edition of thousands", () => {
  const tiny = (i: number, text: string): Article =>
    makeArticle({
      slug: `s${String(i).padStart(5, "0")}`,
      headline: `Story ${i}`,
      body: [{ type: "paragraph", children: [{ type: "text", text: `${text} the number ${i}` }] }],
      datePublished: new Date(Date.parse("2020-01-01T00:00:00Z") + i * 3_600_000).toISOString(),
    });
  /** In 4,100 stories 1,024 may have positions of a word, and 512 all its levels. */
  const edition = (quarter: number, eighth: number): Article[] =>
    Array.from({ length: 4100 }, (_, i) => tiny(i, `${i < quarter ? "quarter" : "other"} ${i < eighth ? "eighth" : "rest"}`));

  test("a word that becomes frequent loses its positions and levels as in a build from nothing", () => {
    const later = edition(1030, 520);
    const { files, stats } = after(edition(1020, 510), later);
    expect(stats).toMatchObject({ whole: false, changed: 20 });
    expect(files).toEqual(fromNothing(later));
  });

  test.each<[string, (story: Article) => Article]>([
    ["elsewhere in its text", (story) => ({ ...story, body: tiny(7, "Anew: other rest").body })],
    ["ten times", (story) => ({ ...story, body: tiny(7, `other rest ${"number ".repeat(10)}`).body })],
    ["in its headline", (story) => ({ ...story, headline: "Story number 7" })],
    ["in another writing", (story) => ({ ...story, body: tiny(7, "óther rest").body })],
  ])("a frequent word that a story says %s is listed as in a build from nothing", (_, change) => {
    const before = edition(0, 0);
    const later = before.map((story, i) => (i === 7 ? change(story) : story));
    const { files, stats } = after(before, later);
    expect(stats).toMatchObject({ whole: false, changed: 1 });
    expect(files).toEqual(fromNothing(later));
  });

  test("a word that becomes rarer gets them again, by building anew", () => {
    for (const rarer of [edition(1020, 520), edition(1030, 510)]) {
      const { files, stats } = after(edition(1030, 520), rarer);
      expect(stats.whole).toBe(true);
      expect(files).toEqual(fromNothing(rarer));
    }
  });
});
