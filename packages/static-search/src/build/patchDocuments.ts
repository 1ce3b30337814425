import { BrokenShardError } from "../format/files.ts";
import { CHUNK, CHUNKS_PER_GROUP, chunkName, TAG_BYTES } from "../format/documents.ts";
import type { Manifest } from "../format/manifest.ts";
import { GROUP, writeGroup } from "./documents.ts";
import type { Shards } from "./shards.ts";

/**
 * Writes the groups anew in which a document differs.
 * @param changed what the index is to keep of it, by number
 * @returns the name of the shard of tags
 */
export function patchDocuments(shards: Shards, before: Manifest, changed: ReadonlyMap<number, unknown>): string | undefined {
  const tags = before.documents === undefined ? "" : Buffer.from(shards.read(before.documents)).toString("hex");
  const groups = tags.match(new RegExp(`.{${TAG_BYTES * 2}}`, "gu")) ?? [];
  const result = [...groups];
  for (const number of new Set([...changed.keys()].map((doc) => Math.floor(doc / GROUP)).toSorted((a, b) => a - b))) {
    const documents = readGroup(shards, number, groups[number], before.stories);
    for (const [doc, stored] of changed) if (Math.floor(doc / GROUP) === number) documents[doc % GROUP] = stored;
    result[number] = writeGroup(shards, number, documents);
  }
  if (before.documents !== undefined) shards.release(before.documents);
  return result.length === 0 ? undefined : shards.write(Buffer.from(result.join(""), "hex"));
}

function readGroup(shards: Shards, number: number, tag: string | undefined, all: number): unknown[] {
  if (tag === undefined) return [];
  const many = Math.min(GROUP, all - number * GROUP);
  return Array.from({ length: Math.ceil(many / CHUNK) }, (_, i): unknown[] => {
    const name = chunkName(number * CHUNKS_PER_GROUP + i, tag);
    const chunk: unknown = JSON.parse(Buffer.from(shards.read(name)).toString());
    if (!Array.isArray(chunk)) throw new BrokenShardError("its documents are no list");
    shards.release(name);
    return chunk;
  }).flat();
}
