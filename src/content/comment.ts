import * as v from "valibot";
import { type Block, BlockSchema } from "./blocks/block.ts";
import { InstantSchema } from "./instant.ts";

/** A reader's comment on a story, with the replies to it. Names follow schema.org Comment. */
export type Comment = {
  id: string;
  author?: string | undefined;
  datePublished?: string | undefined;
  upvoteCount?: number | undefined;
  body: Block[];
  replies: Comment[];
};

export const CommentSchema: v.GenericSchema<Comment> = v.object({
  id: v.string(),
  author: v.optional(v.string()),
  datePublished: v.optional(InstantSchema),
  upvoteCount: v.optional(v.number()),
  body: v.array(BlockSchema),
  replies: v.array(v.lazy(() => CommentSchema)),
});
