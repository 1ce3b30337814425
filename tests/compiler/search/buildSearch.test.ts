import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildSearch } from "#compiler/search/buildSearch.ts";
import type { Article } from "#content/article.ts";
import { inventedArchive } from "../../../scripts/search/inventedArchive.ts";
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

/** Builds one edition after another into one folder, with what each leaves for the next. */
function after(...editions: Article[][]): { files: Map<string, string>; stats: ReturnType<typeof buildSearch>["stats"] } {
  const [out, state] = [temporaryFolder(), temporaryFolder()];
  const built = editions.map((articles) => buildSearch(articles, settings, out, state));
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
    buildSearch(archive, settings, out, state);
    for (const name of readdirSync(out)) if (name.startsWith("d")) truncateSync(join(out, name), 5);
    for (const name of readdirSync(out)) if (!name.startsWith("d") && name.endsWith(".bin")) writeFileSync(join(out, name), "");
    const edition = changed(3, { headline: "Another" });
    expect(buildSearch(edition, settings, out, state).stats.whole).toBe(true);
    expect(bytesIn(out)).toEqual(fromNothing(edition));
  });

  test("is built anew when the state that the last build left cannot be read", () => {
    const [out, state] = [temporaryFolder(), temporaryFolder()];
    buildSearch(archive, settings, out, state);
    writeFileSync(join(state, "state.json"), "{");
    expect(buildSearch(archive, settings, out, state).stats.whole).toBe(true);
    expect(existsSync(join(out, "manifest.json"))).toBe(true);
  });
});
