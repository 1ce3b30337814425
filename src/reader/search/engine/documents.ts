import { BrokenShardError } from "#content/search/byteReader.ts";
import { CHUNK, CHUNKS_PER_GROUP, chunkName, type SearchDocument, TAG_BYTES } from "#content/search/document.ts";
import { hex } from "#content/search/shardName.ts";
import type { Archive } from "./archive.ts";

/** What the index keeps of some stories, in the same order. */
export function documents(archive: Archive, stories: readonly number[]): Promise<SearchDocument[]> {
  return Promise.all(stories.map((story) => document(archive, story)));
}

async function document({ manifest, store }: Archive, story: number): Promise<SearchDocument> {
  if (manifest.documents === undefined) throw new BrokenShardError("it names no stories");
  const chunk = Math.floor(story / CHUNK);
  const tags = await store.lists.get(manifest.documents);
  const at = Math.floor(chunk / CHUNKS_PER_GROUP) * TAG_BYTES;
  const found = await store.documents.get(chunkName(chunk, hex(tags.subarray(at, at + TAG_BYTES))));
  const kept = found[story % CHUNK];
  if (!kept) throw new BrokenShardError("a story is not in its list");
  return kept;
}
