/** Documents in one document shard: a hit costs as many. */
export const CHUNK = 8;

/** Document shards that change their names together: so that all names of an archive are a few hundred bytes. */
export const CHUNKS_PER_GROUP = 128;

/** Bytes of a content hash that tell one version of a group from the next. */
export const TAG_BYTES = 3;

/** The file of a chunk of documents: its number, and the tag of its group. */
export const chunkName = (chunk: number, tag: string): string => `d${chunk}-${tag}.bin`;
