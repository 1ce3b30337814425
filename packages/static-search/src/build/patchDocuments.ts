import { CHUNK, chunkName, CHUNKS_PER_GROUP, TAG_BYTES } from "../format/documentChunks.ts";
import { BrokenShardError } from "../format/files.ts";
import type { Manifest } from "../format/manifest.ts";
import { digest, type Shards } from "./shards.ts";

/** The number of documents in one group of shards. */
const GROUP = CHUNK * CHUNKS_PER_GROUP;

/** Writes the stored values of documents into shards of a few documents each; a group of shards is written together. */
export class Documents {
  readonly #shards: Shards;
  readonly #tags: string[] = [];
  #group: unknown[] = [];

  constructor(shards: Shards) {
    this.#shards = shards;
  }

  add(stored: unknown): void {
    this.#group.push(stored);
    if (this.#group.length === GROUP) this.#flush();
  }

  /** Writes the rest, and the tags. Returns the name of the tags' shard. */
  finish(): string | undefined {
    this.#flush();
    return this.#tags.length === 0 ? undefined : this.#shards.write(Buffer.from(this.#tags.join(""), "hex"));
  }

  #flush(): void {
    if (this.#group.length > 0) this.#tags.push(writeGroup(this.#shards, this.#tags.length, this.#group));
    this.#group = [];
  }
}

/** Writes the shards of one group and returns their tag. */
function writeGroup(shards: Shards, number: number, group: readonly unknown[]): string {
  const tag = digest(JSON.stringify(group), TAG_BYTES);
  for (let at = 0; at < group.length; at += CHUNK) {
    const chunk = number * CHUNKS_PER_GROUP + at / CHUNK;
    shards.writeAs(chunkName(chunk, tag), Buffer.from(JSON.stringify(group.slice(at, at + CHUNK))));
  }
  return tag;
}

/**
 * Rewrites the groups in which a document has changed.
 * @param changed the new stored values, by document number
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
    if (!Array.isArray(chunk)) throw new BrokenShardError("its documents are not a list");
    shards.release(name);
    return chunk;
  }).flat();
}
