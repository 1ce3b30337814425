import { CHUNK, chunkName, chunksPerGroup, TAG_BYTES } from "../format/documentChunks.ts";
import { BrokenShardError, LARGE } from "../format/files.ts";
import type { Manifest } from "../format/manifest.ts";
import { digest, type Shards } from "./shards.ts";

/** The number of documents in one group of shards. @param all how many documents there are */
const groupOf = (all: number): number => CHUNK * chunksPerGroup(all);

/** Writes the stored values of documents into shards of a few documents each; a group of shards is written together. */
export class Documents {
  readonly #shards: Shards;
  readonly #tags: string[] = [];
  readonly #waiting: unknown[] = [];
  #count = 0;

  constructor(shards: Shards) {
    this.#shards = shards;
  }

  add(stored: unknown): void {
    this.#waiting.push(stored);
    this.#count += 1;
    // How large groups are is known once there are many documents, or no more.
    if (this.#count >= LARGE) this.#write((group) => group <= this.#waiting.length);
  }

  /** Writes the rest, and the tags. Returns the name of the tags' shard. */
  finish(): string | undefined {
    this.#write(() => this.#waiting.length > 0);
    return this.#tags.length === 0 ? undefined : this.#shards.write(Buffer.from(this.#tags.join(""), "hex"));
  }

  #write(hasNext: (group: number) => boolean): void {
    const group = groupOf(this.#count);
    while (hasNext(group)) {
      this.#tags.push(writeGroup(this.#shards, (this.#tags.length * group) / CHUNK, this.#waiting.splice(0, group)));
    }
  }
}

/** Writes the shards of one group and returns their tag. @param first the number of its first shard */
function writeGroup(shards: Shards, first: number, group: readonly unknown[]): string {
  const tag = digest(JSON.stringify(group), TAG_BYTES);
  for (let at = 0; at < group.length; at += CHUNK) {
    shards.writeAs(chunkName(first + at / CHUNK, tag), Buffer.from(JSON.stringify(group.slice(at, at + CHUNK))));
  }
  return tag;
}

/**
 * Rewrites the groups in which a document has changed. The archive has not doubled, so that these are as large as before.
 * @param changed the new stored values, by document number
 * @returns the name of the shard of tags
 */
export function patchDocuments(shards: Shards, before: Manifest, changed: ReadonlyMap<number, unknown>): string | undefined {
  const tags = before.documents === undefined ? "" : Buffer.from(shards.read(before.documents)).toString("hex");
  const groups = tags.match(new RegExp(`.{${TAG_BYTES * 2}}`, "gu")) ?? [];
  const result = [...groups];
  const group = groupOf(before.stories);
  for (const number of new Set([...changed.keys()].map((doc) => Math.floor(doc / group)).toSorted((a, b) => a - b))) {
    const first = (number * group) / CHUNK;
    const documents = readGroup(shards, first, groups[number], Math.min(group, before.stories - number * group));
    for (const [doc, stored] of changed) if (Math.floor(doc / group) === number) documents[doc % group] = stored;
    result[number] = writeGroup(shards, first, documents);
  }
  if (before.documents !== undefined) shards.release(before.documents);
  return result.length === 0 ? undefined : shards.write(Buffer.from(result.join(""), "hex"));
}

/** @param many how many documents the group has */
function readGroup(shards: Shards, first: number, tag: string | undefined, many: number): unknown[] {
  if (tag === undefined) return [];
  return Array.from({ length: Math.ceil(many / CHUNK) }, (_, i): unknown[] => {
    const name = chunkName(first + i, tag);
    const chunk: unknown = JSON.parse(Buffer.from(shards.read(name)).toString());
    if (!Array.isArray(chunk)) throw new BrokenShardError("its documents are not a list");
    shards.release(name);
    return chunk;
  }).flat();
}
