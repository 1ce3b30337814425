import type { Article } from "#content/article.ts";
import type { Tongue } from "../link/teaser.ts";
import { teaser } from "../link/teaser.ts";
import { CHUNK, CHUNKS_PER_GROUP, chunkName, type SearchDocument, TAG_BYTES } from "#content/search/document.ts";
import { digest, type Shards } from "./shards.ts";

/** A picture in a list of hits is small: of its sizes, those up to this many pixels of width are kept. */
const WIDEST = 480;

/** Stories in one group of shards. */
export const GROUP = CHUNK * CHUNKS_PER_GROUP;

/** Gathers what the index keeps of stories into shards of a few stories each; a group of shards is written together. */
export class Documents {
  readonly #shards: Shards;
  readonly #tongue: Tongue;
  readonly #tags: string[];
  #group: SearchDocument[] = [];

  /** @param tags of the groups before the first story that will be added */
  constructor(shards: Shards, tongue: Tongue, tags: readonly string[] = []) {
    this.#shards = shards;
    this.#tongue = tongue;
    this.#tags = [...tags];
  }

  add(article: Article): void {
    this.#group.push(searchDocument(article, this.#tongue));
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
export function writeGroup(shards: Shards, number: number, group: readonly SearchDocument[]): string {
  const tag = digest(JSON.stringify(group), TAG_BYTES);
  for (let at = 0; at < group.length; at += CHUNK) {
    const chunk = number * CHUNKS_PER_GROUP + at / CHUNK;
    shards.writeAs(chunkName(chunk, tag), Buffer.from(JSON.stringify(group.slice(at, at + CHUNK))));
  }
  return tag;
}

export function searchDocument(article: Article, tongue: Tongue): SearchDocument {
  const short = teaser(article, tongue);
  const { image } = short;
  return {
    ...short,
    image: image && { ...image, sources: image.sources.filter(({ width }) => width <= WIDEST) },
    section: article.section,
    topics: article.topics,
    places: article.places,
    authors: article.authors,
  };
}
