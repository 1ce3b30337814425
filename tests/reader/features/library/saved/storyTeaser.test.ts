import { expect, it } from "vitest";
import { bareTeaser, recordLanguage, storyTeaser } from "#reader/features/library/saved/storyTeaser.ts";
import { anArticle, anEdition } from "../../../../support/anArticle.ts";

it("the teaser of a story in the library has its first topic above it", () => {
  const topics = ["Snow", "Ice"].map((name) => ({ slug: name.toLowerCase(), name }));
  expect(storyTeaser(anArticle({ topics }), anEdition).kicker).toEqual({ kind: "topic", slug: "snow", name: "Snow" });
  expect("kicker" in storyTeaser(anArticle(), anEdition)).toBe(false);
});

it("what the library knows of a story is enough for a teaser", () => {
  expect(bareTeaser({ slug: "a", headline: "A", savedAt: 0, inLanguage: "de" }, anEdition)).toEqual({
    slug: "a",
    headline: "A",
    datePublished: "1970-01-01T00:00:00.000Z",
    readingMinutes: 0,
    inLanguage: "de",
  });
});

it.each([
  [undefined, {}],
  ["en", {}],
  ["de", { inLanguage: "de" }],
  ["ar", { inLanguage: "ar", direction: "rtl" }],
])("the language of a story in %s is marked in an English paper", (inLanguage, marked) => {
  expect(recordLanguage({ slug: "a", headline: "A", inLanguage }, anEdition)).toEqual(marked);
});
