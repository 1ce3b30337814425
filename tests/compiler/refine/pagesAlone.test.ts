import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { SearchDocumentSchema } from "#content/search.ts";
import { indexedPage } from "#compiler/features/search/editionIndex.ts";
import { compile } from "#compiler/compile.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { contentOf } from "../features/pictures/edition.ts";

async function compiled(content: string) {
  const out = temporaryFolder();
  const { problems, counts, built } = await compile({ content, out, encode: false, url: "https://example.org/" });
  const data = (file: string): string => readFileSync(join(out, "data", file), "utf8");
  const kinds = Object.fromEntries([...(built?.pages ?? [])].map(({ kind, path }) => [path, kind]));
  return { out, data, kinds, counts, told: problems.map(({ severity, file, line, message }) => [severity, file, line, message]) };
}

const edition = (settings: object): Record<string, string> => ({ "edition.json": JSON.stringify(settings) });

describe("a paper of pages alone", () => {
  it("shows its page index.md in place of the front page, and tells of no list", async () => {
    const content = contentOf({
      ...edition({ pages: "." }),
      "index.md": "# The manual\n\nBegin [here](start.md#first), see [parts](guides/index.md).\n",
      "start.md": "# Start\n\n## First\n\nBack [home](index.md).\n",
      "guides/index.md": "# Guides\n\nWords, and the [start](../start.md).\n",
    });
    const { out, data, kinds, told, counts } = await compiled(content);
    expect(told).toEqual([]);
    expect(counts).toEqual({ read: 0, published: 0, skipped: [] });
    expect(kinds).toMatchObject({ "/": "static", "/start": "static", "/guides": "static" });
    expect(JSON.parse(data("front.json"))).toMatchObject({ path: "/", title: "The manual" });
    expect(data("front.json")).toContain('"url":"/start#first"');
    expect(data("front.json")).toContain('"url":"/guides"');
    expect(data("start.json")).toContain('"url":"/"');
    expect(JSON.parse(data("edition.json"))).toMatchObject({ home: true });
    expect(
      readFileSync(join(out, "sitemap.xml"), "utf8")
        .match(/(?<=<loc>)[^<]+/gu)
        ?.toSorted(),
    ).toEqual(["https://example.org/", "https://example.org/guides", "https://example.org/start"]);
    expect(readFileSync(join(out, "manifest.webmanifest"), "utf8")).not.toContain("Latest");
  });

  it("has its pages in the folder that the settings name, and keeps the front page where there is a story", async () => {
    const story = "---\nheadline: The ferry\ndatePublished: 2024-04-22\n---\n\nWords.\n";
    const files = { "articles/ferry.md": story, "site/about.md": "# About\n\nWords.\n", "site/index.md": "# Home\n\nWords.\n" };
    const { kinds, told } = await compiled(contentOf({ ...edition({ pages: "site" }), ...files }));
    expect(kinds).toMatchObject({ "/": "front", "/about": "static", "/article/ferry": "article" });
    expect(told.map(([, file, , message]) => [file, message])).toEqual([
      ["site/index.md", "The address /index belongs to the front page, so this page was left out."],
    ]);
  });

  it.each(["../pages", "/pages", "a/../b", "./site", "site/", "..", ""])("has no pages in %j", async (pages) => {
    const { told } = await compiled(contentOf({ ...edition({ pages }), "pages/a.md": "# A\n\nWords.\n" }));
    expect(told).toMatchObject([["error", "edition.json", 1, expect.stringContaining("pages must be a folder")]]);
  });
});

describe("a page in the search", () => {
  it.each(["/", "/about/us", "/gr%C3%B6%C3%9Fe-co"])("at %s is stored as the reader reads it", (path) => {
    const page = { path, title: "A", type: "WebPage" as const, body: [], inLanguage: "en", direction: "ltr" as const };
    const { stored } = indexedPage({ value: page, fields: {} }, "2024-04-22T00:00:00Z", { language: "en", direction: "ltr" });
    expect(v.safeParse(SearchDocumentSchema, JSON.parse(JSON.stringify(stored))).issues).toBeUndefined();
    // Only what is in another language than the page around it says so: by that it is set as such.
    expect(stored).not.toHaveProperty("inLanguage");
    expect(stored).not.toHaveProperty("direction");
  });
});

describe("a link out of the content folder", () => {
  /** A repository with the folder `docs` and a program beside it. */
  function repository(settings: object, page: string): string {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "src"));
    mkdirSync(join(folder, "docs/deep"), { recursive: true });
    writeFileSync(join(folder, "src/main.ts"), "");
    writeFileSync(join(folder, "docs/edition.json"), JSON.stringify({ pages: ".", ...settings }));
    writeFileSync(join(folder, "docs/index.md"), "# Home\n\nWords.\n");
    writeFileSync(join(folder, "docs/deep/page.md"), `# Page\n\n${page}\n`);
    return join(folder, "docs");
  }

  it("leads to the repository that the settings name", async () => {
    const settings = { repository: "https://example.com/paper/blob/main/docs" };
    const { data, told } = await compiled(repository(settings, "See [main](../../src/main.ts#L2)."));
    expect(data("deep/page.json")).toContain('"url":"https://example.com/paper/blob/main/src/main.ts#L2"');
    expect(told).toEqual([]);
  });

  it("keeps its words alone where the file is there, and is named", async () => {
    const { data, told } = await compiled(repository({}, "See [main](../../src/main.ts)."));
    expect(data("deep/page.json")).toMatch(/See .*main/u);
    expect(data("deep/page.json")).not.toContain('"link"');
    expect(told).toEqual([
      ["notice", "deep/page.md", 3, "The link to ../src/main.ts leads out of the content folder, so only its words are shown."],
    ]);
  });

  it("is a dead link where nothing is there, and leads to the page that was meant with a step too many", async () => {
    const { out, data, told } = await compiled(repository({}, "[gone](../../src/gone.ts) and [home](../../index.md)"));
    expect(told).toEqual([["warning", "deep/page.md", 3, "The link to /src/gone.ts leads to nothing in this edition."]]);
    expect(data("deep/page.json")).toContain('"url":"/"');
    expect(existsSync(join(out, "src"))).toBe(false);
  });
});
