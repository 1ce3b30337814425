import type { Article, Ref } from "#content/article.ts";
import type { Image } from "#content/image.ts";
import { slug } from "#content/slug.ts";

/** A name as the compiler would refer to it. */
export function ref(name: string): Ref {
  return { slug: slug(name), name };
}

/** An article with default values, and the fields that a test sets. Its id is its slug. */
export function makeArticle(with_: Partial<Article> = {}): Article {
  const name = with_.slug ?? "a-story";
  return {
    id: name,
    slug: name,
    headline: `Headline of ${name}`,
    body: [{ type: "paragraph", children: [{ type: "text", text: `Words of ${name}.` }] }],
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
    readingMinutes: 3,
    ...with_,
  };
}

/** `count` articles an hour apart, the oldest first: story-0001, story-0002, … */
export function makeArticles(count: number, with_: (index: number) => Partial<Article> = () => ({})): Article[] {
  return Array.from({ length: count }, (_, index) =>
    makeArticle({
      slug: `story-${String(index + 1).padStart(4, "0")}`,
      datePublished: new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString(),
      ...with_(index),
    }),
  );
}

export function makeImage(name: string): Image {
  return { url: `/pictures/${name}-1a2b3c4d.svg`, width: 1200, height: 750, sources: [], alt: `Drawing: ${name}` };
}
