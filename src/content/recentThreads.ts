import * as v from "valibot";
import { SlugSchema } from "./article.ts";

/** How many of the newest stories the file covers: as many as a reader can catch up with. */
export const MOST_RECENT = 140;

/** The file `data/recent-threads.json`: the newest stories of each thread, by its slug. Its size does not depend on that of the archive. */
export const RecentThreadsSchema = v.record(SlugSchema, v.array(SlugSchema));

export type RecentThreads = v.InferOutput<typeof RecentThreadsSchema>;
