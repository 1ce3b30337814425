import * as v from "valibot";
import { AuthorRefSchema, RefSchema } from "../article.ts";
import { TeaserSchema } from "../teaser.ts";

/** Stories in one document shard, and document shards on one page of their tags. */
export const CHUNK = 16;
export const CHUNKS_PER_PAGE = 1024;

/** Bytes of a content hash that tell one version of a document shard from the next. */
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

/** The file of a chunk of stories: its number, and the tag of its content. */
export const chunkName = (chunk: number, tag: string): string => `d${chunk}-${tag}.bin`;
