import type { Article } from "#content/article.ts";
import type { ListKind, ListPage } from "#content/pages/listPage.ts";
import type { StoryCache } from "./storyCache.ts";
import { articleQuery, listQuery } from "./queries.ts";

/** Stories and lists for code outside a page, which asks for one after another. Both reject without a retry if a file does not load. */
export type StorySource = {
  story: (slug: string) => Promise<Article>;
  list: (kind: ListKind, slug: string, page: number) => Promise<ListPage>;
};

export function storySource(cache: StoryCache): StorySource {
  return {
    story: async (slug) => (await cache.fetchQuery({ ...articleQuery(slug), retry: false })).article,
    list: (kind, slug, page) => cache.fetchQuery({ ...listQuery(kind, slug, page), retry: false }),
  };
}
