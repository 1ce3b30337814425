import * as v from "valibot";
import { SlugSchema } from "./article.ts";
import { InstantSchema } from "./instant.ts";

/** How many stories the file names at most of each kind: its size does not depend on the archive's. */
export const MOST_FRESH = 20;

/**
 * The file `data/fresh.json`, by which an open page learns of what is new: the
 * slugs of the newest stories, newest first, and the stories that were changed
 * last, with when.
 */
export const FreshSchema = v.object({
  newest: v.array(SlugSchema),
  changed: v.array(v.tuple([SlugSchema, InstantSchema])),
});

export type Fresh = v.InferOutput<typeof FreshSchema>;
