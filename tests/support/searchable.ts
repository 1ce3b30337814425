import type { WordModel } from "static-search/build";
import type { Article } from "#content/article.ts";
import { anArticle, anArticlePage } from "./anArticle.ts";
import type { Files } from "./renderApp.tsx";
import { filesOf } from "./searchOver.ts";

const story = (slug: string, headline: string, text: string, section: string, datePublished: string) =>
  anArticle({
    id: slug,
    slug,
    headline,
    datePublished,
    section: { slug: section.toLowerCase(), name: section },
    body: [{ type: "paragraph", children: [{ type: "text", text }] }],
  });

/** Three stories, two of them about bleaching (2023 and 2024). */
export const threeStories = [
  story("reef", "Three in four reefs are pale", "Flights over the reef found bleaching on most of it.", "Climate", "2023-04-17T00:00:00Z"),
  story("tanks", "Florida moves its corals", "Bleaching began weeks early in the nurseries.", "Science", "2024-03-08T00:00:00Z"),
  story("race", "A race in the rain", "Nobody finished on dry tyres.", "Sport", "2024-04-01T00:00:00Z"),
];

/**
 * Articles and the shards of their index, as renderApp serves them.
 * @param model for the search by meaning
 */
export function searchable(stories: readonly Article[] = threeStories, model?: WordModel): Files {
  return Object.fromEntries([
    ...[...filesOf(stories, {}, model)].map(([name, bytes]) => [`search/${name}`, new Response(bytes)]),
    ...stories.map((article) => [`article/${article.slug}.json`, anArticlePage({ article })]),
  ]);
}
