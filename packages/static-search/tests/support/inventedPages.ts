import type { Document } from "../../src/build.ts";
import type { Schema, Value } from "../../src/index.ts";

/** What the tests' indexes keep of a document. */
export type Page = { id: string; title: string; topic: Value[]; place: Value[]; section: Value[]; author: Value[] };

export const schema: Schema<Page, "topic" | "place" | "section" | "author"> = {
  facets: {
    topic: { of: ({ topic }) => topic },
    place: { of: ({ place }) => place },
    section: { of: ({ section }) => section, alias: "in" },
    author: { of: ({ author }) => author, counted: 3 },
  },
  listed: "section",
};

type Names = (string | Value)[];

/** What a test says of a page besides its title and text. */
export type About = { date?: string; language?: string; summary?: string; topic?: Names; place?: Names; section?: Names; author?: Names };

/** A page with a title and paragraphs. */
export function page(id: string, title: string, body: string | string[], about: About = {}): Document & { stored: Page } {
  const { date = "2024-04-22T07:10:00Z", language = "en", summary = "" } = about;
  const facets = {
    topic: values(about.topic),
    place: values(about.place),
    section: values(about.section),
    author: values(about.author),
  };
  const names = [facets.topic, facets.place, facets.author].flatMap((each) => each.map(({ name }) => name));
  return { id, date, language, fields: { title, summary, body, aside: names }, facets, stored: { id, title, ...facets } };
}

/** Names as slugs that keep their accents. */
function values(names: Names = []): Value[] {
  return names.map((name) => (typeof name === "string" ? { slug: name.toLowerCase().replaceAll(" ", "-"), name } : name));
}

/** A small archive in five languages. */
export const archive = [
  page("reefs", "Reefs are bleaching for the fourth time", "Coral bleaching was seen in Florida. The coral is pale.", {
    date: "2024-04-15T10:00:00Z",
    section: ["Climate"],
    topic: ["Coral bleaching", "Oceans"],
    place: ["Florida", { slug: "netherlands", name: "the Netherlands" }],
    author: ["Climate desk"],
  }),
  page("heat", "The ocean is warmer than ever", "Corals bleach when the water is too warm. Policies may change that.", {
    date: "2023-07-26T10:00:00Z",
    section: ["Climate"],
    topic: ["Oceans"],
    place: ["Florida"],
  }),
  page("washing", "Washing day", "How to bleach a shirt, and how to mend a coral necklace. A policy for linen.", {
    date: "2020-01-02T10:00:00Z",
    section: ["Culture"],
  }),
  page("europol", "Europol counts criminal networks", "The police of the European Union count 821 networks. Data.gov has no such list.", {
    date: "2024-04-05T10:00:00Z",
    section: ["Crime"],
    topic: ["Europol"],
    place: ["The Hague"],
    author: ["Crime desk"],
  }),
  page("bruecke", "Die Brücke über den Øresund", "Zwischen Dänemark und Schweden liegen viele Brücken. Die Straße ist lang.", {
    date: "2000-07-01T10:00:00Z",
    section: ["Europe"],
    language: "de",
    topic: ["Øresund link"],
  }),
  page("ecole", "L’école ferme", "Les événements de la semaine ont fermé l’école du village.", {
    date: "2001-07-01T10:00:00Z",
    section: ["Europe"],
    language: "fr",
  }),
  page("penicillin", "الطبق والعفن", "عاد فلمنغ من إجازته فوجد العفن في الكتاب وفي المدرسة.", {
    date: "2024-04-22T09:00:00Z",
    section: ["Science"],
    language: "ar",
  }),
  page("tokyo", "東京都の天気", "今日の東京都はとても暑いです。猫も暑い。", {
    date: "2022-08-01T10:00:00Z",
    section: ["World"],
    language: "ja",
  }),
  page("covid", "COVID-19 vaccines arrive", "The first vaccines against COVID-19 have arrived in the U.S. on Tuesday.", {
    date: "2020-12-08T10:00:00Z",
    section: ["Science"],
  }),
];
