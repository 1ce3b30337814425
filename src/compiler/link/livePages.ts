import type { Article } from "#content/article.ts";
import { PAGE_SIZE } from "#content/listPage.ts";
import { type Post, postsOf } from "#content/liveBlog.ts";
import type { PostsPage } from "#content/postsPage.ts";
import { postPath, postsPath } from "#content/paths.ts";
import type { LinkedPage } from "./page.ts";

/**
 * The pages of a live blog besides its own: numbered ones that stay as they are, as those of lists do, and one for each
 * post. They say nothing of the blog that a later post changes.
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
  const full = Math.floor(posts.length / PAGE_SIZE);
  for (let at = 1; at <= full; at += 1) {
    const shown = posts.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE).toReversed();
    yield page(postsPath(slug, at), shown, { page: at, ...(at < full && { newer: true }) });
  }
  for (const post of posts) yield page(postPath(slug, post.id), [post]);
}
