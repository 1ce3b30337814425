import { CHUNK, CHUNKS_PER_GROUP, chunkName, TAG_BYTES } from "../format/documents.ts";
import { digest, type Shards } from "./shards.ts";

/** Documents in one group of shards. */
export const GROUP = CHUNK * CHUNKS_PER_GROUP;

/** Gathers what the index keeps of documents into shards of a few documents each; a group of shards is written together. */
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

  /** Writes what is left, and the tags. Returns the name of their shard. */
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
export function writeGroup(shards: Shards, number: number, group: readonly unknown[]): string {
  const tag = digest(JSON.stringify(group), TAG_BYTES);
  for (let at = 0; at < group.length; at += CHUNK) {
    const chunk = number * CHUNKS_PER_GROUP + at / CHUNK;
    shards.writeAs(chunkName(chunk, tag), Buffer.from(JSON.stringify(group.slice(at, at + CHUNK))));
  }
  return tag;
}
