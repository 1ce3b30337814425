import type { Article } from "#content/article.ts";
import type { ArticlePage } from "#content/pages/articlePage.ts";
import type { Edition } from "#content/edition/edition.ts";

/** An article with every optional field left out, and what a test changes. */
export function anArticle(changes: Partial<Article> = {}): Article {
  return {
    id: "voyager-1",
    slug: "voyager-1",
    headline: "Voyager 1 makes sense again",
    body: [{ type: "paragraph", children: [{ type: "text", text: "A report arrived on Saturday." }] }],
    authors: [],
    datePublished: "2024-04-22T07:10:00Z",
    topics: [],
    places: [],
    inLanguage: "en",
    direction: "ltr",
    urgency: 5,
    corrections: [],
    citations: [],
    oldUrls: [],
    readingMinutes: 1,
    ...changes,
  };
}

export function anArticlePage(changes: Partial<ArticlePage> = {}): ArticlePage {
  return { article: anArticle(), ...changes };
}

export const anEdition: Edition = {
  name: "The Paper",
  language: "en",
  direction: "ltr",
  timeZone: "UTC",
  date: "2024-04-22",
  sections: [
    { slug: "science", name: "Science" },
    { slug: "europe", name: "Europe" },
  ],
  trending: [{ slug: "voyager-1", name: "Voyager 1" }],
};
