import { LARGE } from "./files.ts";

/** How many documents one document shard has, all of which are loaded for a hit. */
export const CHUNK = 8;

/** How many bytes of a content hash distinguish one version of a group from the next. */
export const TAG_BYTES = 3;

/**
 * How many document shards change their names together: a changed document replaces them all. The names of 100,000 documents
 * take 2.3 kB so.
 * @param documents the number of documents in the archive
 */
export const chunksPerGroup = (documents: number): number => (documents < LARGE ? 4 : 16);

/** The file of a chunk of documents: its number, and the tag of its group. */
export const chunkName = (chunk: number, tag: string): string => `d${chunk}-${tag}.bin`;
