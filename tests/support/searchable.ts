import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSearch } from "#compiler/search/buildSearch.ts";
import type { Article } from "#content/article.ts";
import { anArticle, anArticlePage } from "./anArticle.ts";
import type { Files } from "./renderApp.tsx";
import { temporaryFolder } from "./temporaryFolder.ts";

const story = (slug: string, headline: string, text: string, section: string, datePublished: string) =>
  anArticle({
    id: slug,
    slug,
    headline,
    datePublished,
    section: { slug: section.toLowerCase(), name: section },
    body: [{ type: "paragraph", children: [{ type: "text", text }] }],
  });

/** Three stories: two about bleaching, of 2023 and 2024. */
export const threeStories = [
  story("reef", "Three in four reefs are pale", "Flights over the reef found bleaching on most of it.", "Climate", "2023-04-17T00:00:00Z"),
  story("tanks", "Florida moves its corals", "Bleaching began weeks early in the nurseries.", "Science", "2024-03-08T00:00:00Z"),
  story("race", "A race in the rain", "Nobody finished on dry tyres.", "Sport", "2024-04-01T00:00:00Z"),
];

/** Articles and the shards of their index, as renderApp serves them. Stories stand in the order of their dates. */
export function searchable(stories: readonly Article[] = threeStories): Files {
  const folder = temporaryFolder();
  buildSearch(stories, { language: "en", timeZone: "UTC" }, folder);
  return Object.fromEntries([
    ...readdirSync(folder).map((name) => [`search/${name}`, new Response(new Uint8Array(readFileSync(join(folder, name))))]),
    ...stories.map((article) => [`article/${article.slug}.json`, anArticlePage({ article })]),
  ]);
}
