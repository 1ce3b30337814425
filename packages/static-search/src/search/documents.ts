import { BrokenShardError } from "../format/files.ts";
import { CHUNK, chunkName, chunksPerGroup, TAG_BYTES } from "../format/documentChunks.ts";
import { hex } from "../format/shard.ts";
import type { Archive } from "./archive.ts";

/** The stored values of documents, in the same order. */
export function documents(archive: Archive, docs: readonly number[]): Promise<unknown[]> {
  return Promise.all(docs.map((doc) => document(archive, doc)));
}

async function document({ manifest, store }: Archive, doc: number): Promise<unknown> {
  if (manifest.documents === undefined) throw new BrokenShardError("it names no documents");
  const chunk = Math.floor(doc / CHUNK);
  const tags = await store.lists.get(manifest.documents);
  const at = Math.floor(chunk / chunksPerGroup(manifest.stories)) * TAG_BYTES;
  const found = await store.documents.get(chunkName(chunk, hex(tags.subarray(at, at + TAG_BYTES))));
  const kept = found[doc % CHUNK];
  if (!kept) throw new BrokenShardError("a document is not in its list");
  return kept;
}
