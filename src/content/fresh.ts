import * as v from "valibot";
import { SlugSchema } from "./article.ts";
import { InstantSchema } from "./instant.ts";

/** How many stories of each kind the file lists at most: its size does not depend on that of the archive. */
export const MOST_FRESH = 20;

/**
 * The file `data/fresh.json`, from which an open page learns what is new: the
 * slugs of the newest stories, newest first, and the stories changed last, each
 * with the time of its change.
 */
export const FreshSchema = v.object({
  newest: v.array(SlugSchema),
  changed: v.array(v.tuple([SlugSchema, InstantSchema])),
});

export type Fresh = v.InferOutput<typeof FreshSchema>;
