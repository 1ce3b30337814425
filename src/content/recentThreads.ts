import * as v from "valibot";
import { SlugSchema } from "./article.ts";

/** Of how many of the newest stories the file tells: of as many as a reader can catch up with. */
export const MOST_RECENT = 140;

/** The file `data/recent-threads.json`: which of the newest stories belong to one thread, by its slug. Its size does not depend on the archive's. */
export const RecentThreadsSchema = v.record(SlugSchema, v.array(SlugSchema));

export type RecentThreads = v.InferOutput<typeof RecentThreadsSchema>;

/** From how many stories on a thread has feeds: most threads are short, and each would have three files more. */
export const LEAST_WITH_FEEDS = 4;
