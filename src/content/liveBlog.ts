import * as v from "valibot";
import { type Article, SlugSchema } from "./article.ts";
import { type Block, type BlockOf, BLOCKS } from "./blocks/block.ts";
import { InstantSchema, milliseconds } from "./instant.ts";
import { PAGE_SIZE } from "./pages/listPage.ts";
import { PostsSchema } from "./pages/postsPage.ts";

export type Post = BlockOf<"post">;

/** How many of the newest posts the story’s own page shows: always the same number, unlike lists (decisions/034). */
export const POSTS_SHOWN = 30;

/** How many of the newest key events are listed. */
export const KEY_EVENTS_SHOWN = 10;

/** The maximum size of the file that open pages poll, in bytes, however many posts there are. */
export const MOST_LIVE_BYTES = 5000;

/** The maximum number of posts that the file lists. */
export const POSTS_NAMED = 40;

/**
 * The file `data/article/SLUG/live.json`: the ids of the newest posts, a stamp of each, and as many of these posts as fit, newest first;
 * whether it lists all posts, and the time of the newest.
 */
export const LiveFileSchema = v.object({
  ended: v.optional(v.boolean()),
  isAll: v.optional(v.boolean()),
  date: v.optional(InstantSchema),
  newest: v.array(SlugSchema),
  stamps: v.optional(v.array(v.string())),
  posts: PostsSchema,
});

export type LiveFile = v.InferOutput<typeof LiveFileSchema>;

/**
 * A stamp that changes with the content of a post: 32-bit FNV-1a over the post as its schema outputs it.
 * It proves nothing; an edit leaves it unchanged once in four billion times.
 */
export function stampOf(post: Post): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(v.parse(BLOCKS.post.schema, post)))) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The order of posts: newest first, and stable for two at the same moment. */
export const newestPostFirst = (a: Pick<Post, "date" | "id">, b: Pick<Post, "date" | "id">): number =>
  milliseconds(b.date) - milliseconds(a.date) || (a.id < b.id ? 1 : -1);

/** The posts of a body, in its order. */
export const postsOf = (body: Block[]): Post[] => body.flatMap((block) => (block.type === "post" ? [block] : []));

/** The pinned post; the newest if there are several. @param posts newest first */
export const pinnedPost = (posts: Post[]): Post | undefined => posts.find(({ pinned }) => pinned);

/**
 * A live blog with only its newest posts and the pinned one; any other story unchanged.
 * @param most how many posts to keep
 */
export function withNewest(article: Article, most = POSTS_SHOWN): Article {
  if (!article.liveBlog || article.liveBlog.count <= most) return article;
  const pinned = pinnedPost(postsOf(article.body));
  let left = most;
  return { ...article, body: article.body.filter((block) => block.type !== "post" || left-- > 0 || block === pinned) };
}

/** The numbered page with the newest post that the story's own page does not show; 0 if it shows all. */
export const olderPage = (count: number): number => Math.ceil(Math.max(0, count - POSTS_SHOWN) / PAGE_SIZE);
