import { expect, test } from "vitest";
import { makeArticle } from "../support/makeArticle.ts";
import { prerenderedPage } from "../support/prerendered.ts";

const ferry = makeArticle({
  slug: "ferry",
  headline: "Ferry",
  translations: [
    { slug: "abbara", inLanguage: "ar", headline: "عبارة" },
    { slug: "fähre", inLanguage: "de", headline: "Fähre" },
  ],
});
const faehre = makeArticle({
  slug: "fähre",
  headline: "Fähre",
  inLanguage: "de",
  translationOf: "ferry",
  translations: [
    { slug: "ferry", inLanguage: "en", headline: "Ferry" },
    { slug: "abbara", inLanguage: "ar", headline: "عبارة" },
  ],
});
const address = (slug: string): string => `https://example.org/article/${encodeURIComponent(slug)}`;

const alternates = (document: Document) =>
  [...document.querySelectorAll("head link[hreflang]")].map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]);

function firstThing(document: Document): { [property: string]: unknown } {
  return JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? "")["@graph"][0];
}

test("each of several translations names all, itself among them, and the original for other languages", async () => {
  const all = [
    ["ar", address("abbara")],
    ["de", address("fähre")],
    ["en", address("ferry")],
    ["x-default", address("ferry")],
  ];
  expect(alternates(await prerenderedPage("article/ferry.html", [ferry]))).toEqual(all);
  expect(alternates(await prerenderedPage("article/fähre.html", [faehre]))).toEqual(all);
  expect(alternates(await prerenderedPage("article/alone.html", [makeArticle({ slug: "alone" })]))).toEqual([]);
});

test("the original is said to have translations, and a translation to be one", async () => {
  const work = (slug: string, inLanguage: string, headline: string) => ({
    "@type": "NewsArticle",
    "@id": address(slug),
    url: address(slug),
    headline,
    inLanguage,
  });
  const original = firstThing(await prerenderedPage("article/ferry.html", [ferry]));
  expect(original["workTranslation"]).toEqual([work("abbara", "ar", "عبارة"), work("fähre", "de", "Fähre")]);
  expect(original).not.toHaveProperty("translationOfWork");
  const translation = firstThing(await prerenderedPage("article/fähre.html", [faehre]));
  expect(translation["translationOfWork"]).toEqual(work("ferry", "en", "Ferry"));
  expect(translation).not.toHaveProperty("workTranslation");
});

test("a story in another language than the edition's names the feeds of its own", async () => {
  const feedsOf = (document: Document) =>
    [...document.querySelectorAll('head link[type="application/rss+xml"]')].map((link) => [
      link.getAttribute("href"),
      link.getAttribute("title"),
    ]);
  const own = ["/feed.xml", "The Paper (rss)"];
  expect(feedsOf(await prerenderedPage("article/ferry.html", [ferry]))).toEqual([own]);
  expect(feedsOf(await prerenderedPage("article/fähre.html", [faehre]))).toEqual([own, ["/de/feed.xml", "The Paper: Deutsch (rss)"]]);
});

test("a reader without scripts finds the others by their own names, beside the byline", async () => {
  const document = await prerenderedPage("article/ferry.html", [ferry]);
  const nav = document.querySelector(".credits nav");
  expect(nav?.textContent).toBe("Read this in العربية · Deutsch");
  expect([...(nav?.querySelectorAll("a") ?? [])].map((a) => ["href", "lang", "dir"].map((name) => a.getAttribute(name)))).toEqual([
    ["/article/abbara", "ar", "auto"],
    [`/article/${encodeURIComponent("fähre")}`, "de", "auto"],
  ]);
  expect(nav?.innerHTML).toMatch(/hreflang="ar"/iu);
});
