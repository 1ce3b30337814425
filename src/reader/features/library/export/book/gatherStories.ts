import type { QueryClient } from "@tanstack/react-query";
import type { Article } from "#content/article.ts";
import { articleQuery } from "../../../../data/queries.ts";

/** Fetches stories in their order, from the device where they are kept. Those that cannot be had are counted, and left out. */
export async function gatherStories(client: QueryClient, slugs: readonly string[]): Promise<{ stories: Article[]; missing: number }> {
  const found = await Promise.all(slugs.map((slug) => client.fetchQuery({ ...articleQuery(slug), retry: false }).catch(() => undefined)));
  const stories = found.flatMap((page) => (page ? [page.article] : []));
  return { stories, missing: slugs.length - stories.length };
}
