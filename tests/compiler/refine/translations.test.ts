import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { articlesIn, folderOf, tryImport } from "../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";
import { contentOf } from "../features/pictures/edition.ts";

const story = (headline: string, fields = "", day = 1): string =>
  `---\nheadline: ${headline}\ndatePublished: 2024-05-0${day}\n${fields}---\nThe words.\n`;
const page = (title: string, fields = ""): string => `---\ntitle: ${title}\n${fields}---\nThe words.\n`;

/** What is built of these files: each story or page by its file in data/, as its slug or path, its original and its translations. */
async function builtOf(files: Record<string, string>, more: { preview?: boolean } = {}) {
  const out = temporaryFolder();
  const content = contentOf({ "edition.json": '{ "language": "en", "url": "https://example.org/" }', ...files });
  const { problems } = await compile({ content, out, encode: false, ...more });
  const told = problems.map(({ severity, file, line, message, nearest }) => [severity, file, line, message, nearest]);
  const linked = (file: string) => {
    const json = JSON.parse(readFileSync(join(out, "data", file), "utf8"));
    const { translationOf, translations } = json.article ?? json;
    return { translationOf, translations };
  };
  const text = (file: string): string => readFileSync(join(out, file), "utf8");
  return { told, linked, text, out };
}

const en = { slug: "ferry", inLanguage: "en", headline: "Ferry" };
const de = { slug: "faehre", inLanguage: "de", headline: "Fähre" };
const ar = { slug: "abbara", inLanguage: "ar", headline: "عبارة" };

/** That a build knows these as translations of the first, and each of all others. */
function expectGroup({ linked, told }: Awaited<ReturnType<typeof builtOf>>) {
  expect(linked("article/ferry.json")).toEqual({ translationOf: undefined, translations: [ar, de] });
  expect(linked("article/faehre.json")).toEqual({ translationOf: "ferry", translations: [en, ar] });
  expect(linked("article/abbara.json")).toEqual({ translationOf: "ferry", translations: [en, de] });
  expect(told).toEqual([]);
}

describe("stories that name one another", () => {
  const ferry = story("Ferry", "id: 2024-117\n", 3);
  const files = (ofGerman: string, ofArabic: string) => ({
    "articles/ferry.md": ferry,
    "articles/faehre.md": story("Fähre", `lang: de\n${ofGerman}`),
    "articles/more/abbara.md": story("عبارة", `lang: ar\n${ofArabic}`, 2),
  });

  it.each([
    ["the slug", "translationOf: ferry\n", "translationOf: ferry\n"],
    ["id and path", "translationOf: 2024-117\n", "translation_of: /article/ferry\n"],
    ["the file, from the content folder and from their own", "translationOf: articles/ferry.md\n", "translationOf: ../ferry.md\n"],
    ["one another in a chain", "translationOf: ferry\n", "translationOf: faehre\n"],
  ])("by %s are translations of each other, whoever names whom", async (_, ofGerman, ofArabic) => {
    expectGroup(await builtOf(files(ofGerman, ofArabic)));
  });

  it("by a key have no original but the one in the language of the edition", async () => {
    const keyed = files("translationKey: ferry\n", "translationKey: ferry\n");
    expectGroup(await builtOf({ ...keyed, "articles/ferry.md": story("Ferry", "translationKey: ferry\n", 3) }));
  });

  it("are joined where two groups meet, and an original in another language is the original", async () => {
    const { linked } = await builtOf({
      "faehre.md": story("Fähre", "lang: de\n", 4),
      "ferry.md": story("Ferry", "translationOf: faehre\ntranslationKey: ferry\n"),
      "abbara.md": story("عبارة", "lang: ar\ntranslationKey: ferry\n"),
    });
    expect(linked("article/faehre.json")).toEqual({ translationOf: undefined, translations: [ar, en] });
    expect(linked("article/ferry.json")).toEqual({ translationOf: "faehre", translations: [de, ar] });
    expect(linked("article/abbara.json")).toEqual({ translationOf: "faehre", translations: [de, en] });
  });

  it("may be JSON, as the contract has it", async () => {
    const json = { headline: "Fähre", datePublished: "2024-05-01", body: "Die Worte.", inLanguage: "de", translationOf: "ferry" };
    const translations = [{ slug: "gone", inLanguage: "fr", headline: "Gone" }];
    const { linked, told } = await builtOf({ "ferry.md": ferry, "faehre.json": JSON.stringify({ ...json, translations }) });
    expect(linked("article/ferry.json")).toEqual({ translationOf: undefined, translations: [de] });
    expect(linked("article/faehre.json")).toEqual({ translationOf: "ferry", translations: [en] });
    expect(told).toEqual([]);
  });
});

describe("what cannot be linked", () => {
  it("is reported with its line and the nearest name, where an original is not there or is the story itself", async () => {
    const { told, linked } = await builtOf({
      "ferry.md": story("Ferry"),
      "faehre.md": story("Fähre", "lang: de\ntranslationOf: fery\n"),
      "abbara.md": story("عبارة", "lang: ar\ntranslationOf: abbara\n"),
    });
    expect(told).toEqual([
      ["warning", "abbara.md", 5, "This story says that it is a translation of itself.", undefined],
      ["warning", "faehre.md", 5, 'There is no story "fery", so this one is linked to no original.', "ferry"],
    ]);
    expect(linked("article/faehre.json")).toEqual({ translationOf: undefined, translations: undefined });
  });

  it("is reported where two of a group are in one language: the one published first stays in it", async () => {
    const { told, linked } = await builtOf({
      "ferry.md": story("Ferry", "", 3),
      "faehre.md": story("Fähre", "lang: de\ntranslationOf: ferry\n", 1),
      "boot.md": story("Boot", "lang: de\ntranslationOf: ferry\n", 2),
    });
    const message = "faehre.md is linked to the same translations and is in the same language (de), so this story is linked to none.";
    expect(told).toEqual([["warning", "boot.md", 5, message, undefined]]);
    expect(linked("article/ferry.json")).toEqual({ translationOf: undefined, translations: [de] });
    expect(linked("article/boot.json")).toEqual({ translationOf: undefined, translations: undefined });
  });
});

describe("a translation that is kept back", () => {
  const files = {
    "ferry.md": story("Ferry", "draft: true\n"),
    "faehre.md": story("Fähre", "lang: de\ntranslationOf: ferry\n"),
    "abbara.md": story("عبارة", "lang: ar\ntranslationOf: ferry\n", 2),
  };

  it("is never named, and those beside it are linked as they would be without it", async () => {
    const { linked, told, out } = await builtOf(files);
    expect(linked("article/faehre.json")).toEqual({ translationOf: undefined, translations: [ar] });
    expect(linked("article/abbara.json")).toEqual({ translationOf: "faehre", translations: [de] });
    expect([...filesIn(out).values()].filter((text) => /ferry/iu.test(text))).toEqual([]);
    expect(told).toEqual([]);
  });

  it("is linked and marked in a preview", async () => {
    const { linked } = await builtOf(files, { preview: true });
    expect(linked("article/faehre.json")).toEqual({ translationOf: "ferry", translations: [{ ...en, headline: "[Draft] Ferry" }, ar] });
  });
});

describe("files that tell their language by their places", () => {
  it.each([
    ["names", "ferry.md", "ferry.de.md", "ferry-de"],
    ["folders", "en/ferry.md", "de/ferry.md", "ferry-de"],
    ["folders of Hugo's content", "content/en/posts/ferry/index.md", "content/de/posts/ferry/index.md", "ferry-de"],
  ])("are linked by %s", async (_, english, german, slug) => {
    const { linked, told } = await builtOf({
      [english]: story("Ferry"),
      [german]: story("Fähre"),
      [english.replace("ferry", "other")]: story("Other"),
    });
    expect(linked("article/ferry.json")).toEqual({ translationOf: undefined, translations: [{ ...de, slug }] });
    expect(linked(`article/${slug}.json`)).toEqual({ translationOf: "ferry", translations: [en] });
    expect(told).toEqual([]);
  });

  it("are told apart by their sites", async () => {
    const { linked } = await builtOf({
      "one/content/ferry.md": story("Ferry"),
      "two/content/ferry.md": story("Another", "slug: another\n"),
      "two/content/ferry.de.md": story("Fähre", "slug: faehre\n"),
    });
    expect(linked("article/ferry.json")).toEqual({ translationOf: undefined, translations: undefined });
    expect(linked("article/another.json")).toEqual({ translationOf: undefined, translations: [de] });
  });

  it("stay linked when they are imported", async () => {
    const { content } = await tryImport(folderOf({ "content/en/ferry.md": story("Ferry"), "content/de/ferry.md": story("Fähre") }));
    expect([...articlesIn(content).values()].map(({ slug, translationKey }) => [slug, translationKey])).toEqual([
      ["ferry-de", "ferry"],
      ["ferry", "ferry"],
    ]);
  });
});

describe("pages of the paper", () => {
  const about = { path: "/about", inLanguage: "en", title: "About" };
  const ueber = { path: "/ueber-uns", inLanguage: "de", title: "Über uns" };

  it("are linked like stories, by path, file and name", async () => {
    const { linked, told } = await builtOf({
      "ferry.md": story("Ferry"),
      "pages/about.md": page("About"),
      "pages/ueber-uns.md": page("Über uns", "lang: de\ntranslationOf: about\n"),
      "pages/about.fr.md": page("À propos"),
      "pages/404.md": page("Nothing", "translationKey: lost\n"),
      "pages/lost.md": page("Verloren", "lang: de\ntranslationKey: lost\n"),
    });
    const propos = { path: "/about-fr", inLanguage: "fr", title: "À propos" };
    expect(linked("about.json")).toEqual({ translationOf: undefined, translations: [ueber, propos] });
    expect(linked("ueber-uns.json")).toEqual({ translationOf: "/about", translations: [about, propos] });
    expect(linked("about-fr.json")).toEqual({ translationOf: "/about", translations: [about, ueber] });
    expect(linked("lost.json")).toEqual({ translationOf: undefined, translations: undefined });
    expect(told).toEqual([]);
  });

  it("lead to no story, and name none that is kept back", async () => {
    const { linked, told } = await builtOf({
      "ferry.md": story("Ferry"),
      "pages/about.md": page("About", "draft: true\n"),
      "pages/ueber-uns.md": page("Über uns", "lang: de\ntranslationOf: about.md\n"),
      "pages/faehre.md": page("Fähre", "lang: de\ntranslationOf: ferry\n"),
    });
    expect(linked("ueber-uns.json")).toEqual({ translationOf: undefined, translations: undefined });
    expect(told).toEqual([["warning", "pages/faehre.md", 4, 'There is no page "ferry", so this one is linked to no original.', undefined]]);
  });
});

it("the sitemap names each with all others, itself among them, and the original for other languages", async () => {
  const { text } = await builtOf({
    "ferry.md": story("Ferry"),
    "faehre.md": story("Fähre", "lang: de\ntranslationOf: ferry\n"),
    "alone.md": story("Alone"),
  });
  const links = ["de faehre", "en ferry", "x-default ferry"].map((each) => {
    const [language, slug] = each.split(" ");
    return `<xhtml:link rel="alternate" hreflang="${language}" href="https://example.org/article/${slug}"/>`;
  });
  const sitemap = text("sitemap.xml");
  expect(sitemap).toContain('xmlns:xhtml="http://www.w3.org/1999/xhtml"');
  for (const slug of ["ferry", "faehre"])
    expect(sitemap).toMatch(
      new RegExp(`<loc>https://example.org/article/${slug}</loc><lastmod>[^<]*</lastmod>${links.join("")}</url>`, "u"),
    );
  expect(sitemap).toMatch(/article\/alone<\/loc><lastmod>[^<]*<\/lastmod><\/url>/u);
});

it("a translation that comes, changes or goes changes the pages of the others, as in a build from nothing", async () => {
  const content = contentOf({
    "edition.json": '{ "url": "https://example.org/" }',
    "ferry.md": story("Ferry"),
    "faehre.md": story("Fähre", "lang: de\ntranslationOf: ferry\n"),
    "alone.md": story("Alone"),
  });
  const out = temporaryFolder();
  const state = { folder: temporaryFolder(), version: "1" };
  const build = async () => {
    await compile({ content, out, state, encode: false });
    const anew = temporaryFolder();
    await compile({ content, out: anew, encode: false });
    const data = (folder: string) => [...filesIn(folder)].filter(([file]) => /^data\/(?!search)|sitemap/u.test(file));
    expect(data(out)).toEqual(data(anew));
    return readFileSync(join(out, "data/article/ferry.json"), "utf8");
  };
  expect(await build()).toContain("Fähre");
  writeFileSync(join(content, "abbara.md"), story("عبارة", "lang: ar\ntranslationOf: faehre\n"));
  expect(await build()).toContain("عبارة");
  writeFileSync(join(content, "faehre.md"), story("Boot", "lang: de\ntranslationOf: ferry\n"));
  expect(await build()).toContain("Boot");
  writeFileSync(join(content, "abbara.md"), story("عبارة", "draft: true\nlang: ar\ntranslationOf: faehre\n"));
  expect(await build()).not.toContain("عبارة");
  rmSync(join(content, "faehre.md"));
  expect(await build()).not.toContain("translations");
});
