import * as v from "valibot";
import { ArticleSchema } from "../article.ts";
import { BLOCKS } from "../blocks/block.ts";

/** Posts of a live blog, the newest first. */
export const PostsSchema = v.array(BLOCKS.post.schema);

const { slug, headline, inLanguage, direction } = ArticleSchema.entries;

/** Posts of a live blog on a page of their own: those of a numbered page stay the same for ever, see decisions/002; a page without a number has one post. */
export const PostsPageSchema = v.object({
  story: v.object({ slug, headline, inLanguage, direction }),
  page: v.optional(v.number()),
  newer: v.optional(v.boolean()),
  posts: PostsSchema,
});

export type PostsPage = v.InferOutput<typeof PostsPageSchema>;
