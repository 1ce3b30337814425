import type { QueryClient } from "@tanstack/react-query";
import type { Article } from "#content/article.ts";
import { articleQuery } from "../../../../data/queries.ts";

/** Fetches stories in this order, from the device if they are kept there. Those that do not load are left out and counted. */
export async function gatherStories(client: QueryClient, slugs: readonly string[]): Promise<{ stories: Article[]; missing: number }> {
  const found = await Promise.all(slugs.map((slug) => client.fetchQuery({ ...articleQuery(slug), retry: false }).catch(() => undefined)));
  const stories = found.flatMap((page) => (page ? [page.article] : []));
  return { stories, missing: slugs.length - stories.length };
}
