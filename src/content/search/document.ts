import * as v from "valibot";
import { AuthorRefSchema, RefSchema } from "../article.ts";
import { TeaserSchema } from "../teaser.ts";

/** Stories in one document shard: a hit costs as many. */
export const CHUNK = 8;

/** Document shards that change their names together: so that all names of an archive are a few hundred bytes. */
export const CHUNKS_PER_GROUP = 128;

/** Bytes of a content hash that tell one version of a group from the next. */
export const TAG_BYTES = 3;

/** What the index keeps of a story: its teaser, and what it hangs on. */
export const SearchDocumentSchema = v.object({
  ...TeaserSchema.entries,
  section: v.optional(RefSchema),
  topics: v.array(RefSchema),
  places: v.array(RefSchema),
  authors: v.array(AuthorRefSchema),
});

export const DocumentChunkSchema = v.array(SearchDocumentSchema);

export type SearchDocument = v.InferOutput<typeof SearchDocumentSchema>;

/** The file of a chunk of stories: its number, and the tag of its group. */
export const chunkName = (chunk: number, tag: string): string => `d${chunk}-${tag}.bin`;
