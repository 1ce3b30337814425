import { expect, test } from "vitest";
import { alternatesOf, storyPath } from "#content/edition/alternates.ts";
import { anArticle } from "../../support/anArticle.ts";

const editions = [
  { language: "en", prefix: "" },
  { language: "nl", prefix: "/nl" },
];

const other = (slug: string, inLanguage: string) => ({ slug, inLanguage, headline: slug });

test("a story is in the edition of its language, else in the main one", () => {
  expect(storyPath({ slug: "a", inLanguage: "nl-BE" }, editions)).toBe("/nl/article/a");
  expect(storyPath({ slug: "a", inLanguage: "fr" }, editions)).toBe("/article/a");
  expect(storyPath({ slug: "a", inLanguage: "nl" })).toBe("/article/a");
});

test("a story names its other languages in order, and the original for all others", () => {
  const article = anArticle({
    slug: "drie",
    inLanguage: "nl",
    translationOf: "three",
    translations: [other("three", "en"), other("trois", "fr")],
  });
  expect(alternatesOf({ kind: "article", path: "/nl/article/drie", value: { article } }, editions)).toEqual([
    { language: "en", path: "/article/three" },
    { language: "fr", path: "/article/trois" },
    { language: "nl", path: "/nl/article/drie" },
    { language: "x-default", path: "/article/three" },
  ]);
  const original = anArticle({ slug: "three", translations: [other("drie", "nl")] });
  expect(alternatesOf({ kind: "article", path: "/article/three", value: { article: original } }, editions).at(-1)).toEqual({
    language: "x-default",
    path: "/article/three",
  });
  expect(alternatesOf({ kind: "article", path: "/article/a", value: { article: anArticle() } }, editions)).toEqual([]);
});

test("a page of the paper does so too, and lists have what they were given", () => {
  const value = { path: "/over", title: "Over", type: "AboutPage" as const, body: [], inLanguage: "nl", direction: "ltr" as const };
  const translations = [{ path: "/about", inLanguage: "en", title: "About" }];
  expect(alternatesOf({ kind: "static", path: "/nl/over", value: { ...value, translationOf: "/about", translations } }, editions)).toEqual([
    { language: "en", path: "/about" },
    { language: "nl", path: "/nl/over" },
    { language: "x-default", path: "/about" },
  ]);
  expect(alternatesOf({ kind: "static", path: "/nl/over", value: { ...value, translations } }, editions).at(-1)?.path).toBe("/nl/over");
  const alternates = [{ language: "en", path: "/archive" }];
  expect(alternatesOf({ kind: "archive", path: "/archive", value: { years: [], alternates } })).toEqual(alternates);
  expect(alternatesOf({ kind: "archive", path: "/archive", value: { years: [] } })).toEqual([]);
});
