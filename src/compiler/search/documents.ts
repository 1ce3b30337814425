import type { Article } from "#content/article.ts";
import type { Tongue } from "../link/teaser.ts";
import { teaser } from "../link/teaser.ts";
import { CHUNK, CHUNKS_PER_PAGE, chunkName, type SearchDocument, TAG_BYTES } from "#content/search/document.ts";
import { digest, type Shards } from "./shards.ts";

/** A picture in a list of hits is small: of its sizes, those up to this many pixels of width are kept. */
const WIDEST = 480;

/** Gathers what the index keeps of stories into shards of a few stories each. */
export class Documents {
  readonly #shards: Shards;
  readonly #tongue: Tongue;
  #chunk: SearchDocument[] = [];
  readonly tags: string[];

  /** @param tags of whole chunks that are there already */
  constructor(shards: Shards, tongue: Tongue, tags: readonly string[] = []) {
    this.#shards = shards;
    this.#tongue = tongue;
    this.tags = [...tags];
  }

  add(article: Article): void {
    this.#chunk.push(searchDocument(article, this.#tongue));
    if (this.#chunk.length === CHUNK) this.#flush();
  }

  /** Writes what is left, and the pages of tags. Returns the names of those. */
  finish(): string[] {
    this.#flush();
    const pages: string[] = [];
    for (let at = 0; at < this.tags.length; at += CHUNKS_PER_PAGE) {
      pages.push(this.#shards.write(Buffer.from(this.tags.slice(at, at + CHUNKS_PER_PAGE).join(""), "hex")));
    }
    return pages;
  }

  #flush(): void {
    if (this.#chunk.length === 0) return;
    this.tags.push(writeChunk(this.#shards, this.tags.length, this.#chunk));
    this.#chunk = [];
  }
}

/** Writes one chunk and returns its tag. */
export function writeChunk(shards: Shards, number: number, documents: SearchDocument[]): string {
  const bytes = Buffer.from(JSON.stringify(documents));
  const tag = digest(bytes, TAG_BYTES);
  shards.writeAs(chunkName(number, tag), bytes);
  return tag;
}

export function searchDocument(article: Article, tongue: Tongue): SearchDocument {
  const { image, ...short } = teaser(article, tongue);
  return {
    ...short,
    image: image && { ...image, sources: image.sources.filter(({ width }) => width <= WIDEST) },
    section: article.section,
    topics: article.topics,
    places: article.places,
    authors: article.authors,
  };
}
