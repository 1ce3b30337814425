import type { Article } from "#content/article.ts";
import { makeArticle, ref } from "./makeArticle.ts";

/** An article with a headline and paragraphs. Stories are a day apart unless they say when. */
export function story(slug: string, headline: string, body: string | string[], changes: Partial<Article> = {}): Article {
  const paragraphs = [body].flat();
  return makeArticle({
    slug,
    headline,
    body: paragraphs.map((text) => ({ type: "paragraph", children: [{ type: "text", text }] })),
    ...changes,
  });
}

const section = (name: string): Partial<Article> => ({ section: ref(name) });

/** A small paper in four languages. */
export const paper: Article[] = [
  story("reefs", "Reefs are bleaching for the fourth time", "Coral bleaching was seen in Florida. The coral is pale.", {
    ...section("Climate"),
    datePublished: "2024-04-15T10:00:00Z",
    topics: [ref("Coral bleaching"), ref("Oceans")],
    places: [ref("Florida"), { slug: "netherlands", name: "the Netherlands" }],
    authors: [{ ...ref("Climate desk"), kind: "desk" }],
  }),
  story("heat", "The ocean is warmer than ever", "Corals bleach when the water is too warm. Policies may change that.", {
    ...section("Climate"),
    datePublished: "2023-07-26T10:00:00Z",
    topics: [ref("Oceans")],
    places: [ref("Florida")],
  }),
  story("washing", "Washing day", "How to bleach a shirt, and how to mend a coral necklace. A policy for linen.", {
    ...section("Culture"),
    datePublished: "2020-01-02T10:00:00Z",
  }),
  story("europol", "Europol counts criminal networks", "The police of the European Union count 821 networks. Data.gov has no such list.", {
    ...section("Crime"),
    datePublished: "2024-04-05T10:00:00Z",
    topics: [ref("Europol")],
    places: [ref("The Hague")],
    authors: [{ ...ref("Crime desk"), kind: "desk" }],
  }),
  story("bruecke", "Die Brücke über den Øresund", "Zwischen Dänemark und Schweden liegen viele Brücken. Die Straße ist lang.", {
    ...section("Europe"),
    datePublished: "2000-07-01T10:00:00Z",
    inLanguage: "de",
    topics: [ref("Øresund link")],
  }),
  story("ecole", "L’école ferme", "Les événements de la semaine ont fermé l’école du village.", {
    ...section("Europe"),
    datePublished: "2001-07-01T10:00:00Z",
    inLanguage: "fr",
  }),
  story("penicillin", "الطبق والعفن", "عاد فلمنغ من إجازته فوجد العفن في الكتاب وفي المدرسة.", {
    ...section("Science"),
    datePublished: "2024-04-22T09:00:00Z",
    inLanguage: "ar",
    direction: "rtl",
  }),
  story("tokyo", "東京都の天気", "今日の東京都はとても暑いです。猫も暑い。", {
    ...section("World"),
    datePublished: "2022-08-01T10:00:00Z",
    inLanguage: "ja",
  }),
  story("covid", "COVID-19 vaccines arrive", "The first vaccines against COVID-19 have arrived in the U.S. on Tuesday.", {
    ...section("Science"),
    datePublished: "2020-12-08T10:00:00Z",
  }),
];
