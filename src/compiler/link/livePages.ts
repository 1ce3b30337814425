import type { Article } from "#content/article.ts";
import { type Post, postsOf } from "#content/liveBlog.ts";
import type { PostsPage } from "#content/pages/postsPage.ts";
import { postPath, postsPath } from "#content/paths.ts";
import { appendOnly } from "./appendOnly.ts";
import type { LinkedPage } from "./page.ts";

/**
 * The pages of a live blog besides its main page: numbered ones, append-only like those of lists, and one for each post.
 * They contain nothing that a later post changes.
 */
export function* livePages(article: Article): Generator<LinkedPage> {
  const { slug, headline, inLanguage, direction } = article;
  const story = { slug, headline, inLanguage, direction };
  const posts = postsOf(article.body).toReversed();
  const page = (path: string, shown: Post[], number?: Pick<PostsPage, "page" | "newer">): LinkedPage => ({
    kind: "posts",
    path,
    lastModified: shown[0]?.date,
    value: { story, ...number, posts: shown },
  });
  for (const { page: number, newer, items } of appendOnly(posts).numbered)
    yield page(postsPath(slug, number), items.toReversed(), { page: number, ...(newer && { newer }) });
  for (const post of posts) yield page(postPath(slug, post.id), [post]);
}
