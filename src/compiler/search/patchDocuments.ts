import type { Article } from "#content/article.ts";
import { parse } from "#content/parse.ts";
import { CHUNK, CHUNKS_PER_GROUP, chunkName, DocumentChunkSchema, type SearchDocument, TAG_BYTES } from "#content/search/document.ts";
import type { Manifest } from "#content/search/manifest.ts";
import type { Tongue } from "../link/teaser.ts";
import { GROUP, searchDocument, writeGroup } from "./documents.ts";
import type { Shards } from "./shards.ts";

/** Writes the groups anew in which a story differs. Returns the name of the shard of tags. */
export function patchDocuments(
  shards: Shards,
  before: Manifest,
  changed: ReadonlyMap<number, Article>,
  tongue: Tongue,
): string | undefined {
  const tags = before.documents === undefined ? "" : Buffer.from(shards.read(before.documents)).toString("hex");
  const groups = tags.match(new RegExp(`.{${TAG_BYTES * 2}}`, "gu")) ?? [];
  const result = [...groups];
  for (const number of new Set([...changed.keys()].map((doc) => Math.floor(doc / GROUP)).toSorted((a, b) => a - b))) {
    const stories = readGroup(shards, number, groups[number], before.stories);
    for (const [doc, article] of changed) if (Math.floor(doc / GROUP) === number) stories[doc % GROUP] = searchDocument(article, tongue);
    result[number] = writeGroup(shards, number, stories);
  }
  if (before.documents !== undefined) shards.release(before.documents);
  return result.length === 0 ? undefined : shards.write(Buffer.from(result.join(""), "hex"));
}

function readGroup(shards: Shards, number: number, tag: string | undefined, stories: number): SearchDocument[] {
  if (tag === undefined) return [];
  const many = Math.min(GROUP, stories - number * GROUP);
  return Array.from({ length: Math.ceil(many / CHUNK) }, (_, i) => {
    const name = chunkName(number * CHUNKS_PER_GROUP + i, tag);
    const chunk = parse(DocumentChunkSchema, JSON.parse(Buffer.from(shards.read(name)).toString()), "list of stories");
    shards.release(name);
    return chunk;
  }).flat();
}
