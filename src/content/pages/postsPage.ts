import * as v from "valibot";
import { ArticleSchema } from "../article.ts";
import { BLOCKS } from "../blocks/block.ts";

/** Posts of a live blog, newest first. */
export const PostsSchema = v.array(BLOCKS.post.schema);

const { slug, headline, inLanguage, direction } = ArticleSchema.entries;

/** A page of posts of a live blog. A numbered page has the same posts for ever, see decisions/002; a page without a number has one post. */
export const PostsPageSchema = v.object({
  story: v.object({ slug, headline, inLanguage, direction }),
  page: v.optional(v.number()),
  newer: v.optional(v.boolean()),
  posts: PostsSchema,
});

export type PostsPage = v.InferOutput<typeof PostsPageSchema>;
