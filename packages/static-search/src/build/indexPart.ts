import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Document, IndexSettings } from "./document.ts";
import { type DocumentWord, documentWords } from "./documentWords.ts";
import { IndexWriter } from "./indexWriter.ts";
import { mergeSegments } from "./mergeSegments.ts";
import type { Postings } from "./postings.ts";
import { Segment, SEGMENT_DOCUMENTS } from "./segment.ts";
import type { Shards } from "./shards.ts";
import type { PartLimits } from "./thresholds.ts";
import { addToSets, keysOf, type ValueSet } from "./valueSets.ts";
import { Vocabulary } from "./vocabulary.ts";
import { plainSet, wordEntries } from "./wordEntries.ts";

/**
 * A part of the index, from nothing: the words of a few thousand documents at a time go to disk as segments, then all
 * segments are merged word by word. So memory does not grow with the archive, except for values.
 */
export class IndexPart {
  readonly #settings: IndexSettings;
  readonly #segments: Segments;
  readonly #values = new Map<string, ValueSet>();

  /** @param folder the folder for segments, which the caller removes */
  constructor(settings: IndexSettings, folder: string) {
    this.#settings = settings;
    this.#segments = new Segments(mkdtempSync(join(folder, "part-")));
  }

  /** Documents must come in ascending order. */
  add(doc: number, document: Document): void {
    this.#segments.add(doc, documentWords(document.fields, this.#settings.fields));
    addToSets(this.#values, keysOf(document, this.#settings), doc);
  }

  /** @returns a writer to which all entries were added */
  write(shards: Shards, limits: PartLimits): IndexWriter {
    const index = new IndexWriter(shards, this.#settings.schema, limits);
    const vocabulary = new Vocabulary(limits);
    const addWord = (term: string, postings: Postings): void => {
      const { word, positions, title } = wordEntries(shards, term, postings, limits);
      for (const entry of [word, positions, title]) if (entry) index.add(entry);
      vocabulary.add({ word: term, count: postings.docs.length, label: postings.label });
    };
    mergeSegments(this.#segments.finish(), addWord, limits.positionsUpTo);
    for (const entry of vocabulary.entries()) index.add(entry);
    for (const key of [...this.#values.keys()].toSorted()) {
      const { docs, label } = this.#values.get(key) ?? { docs: [], label: "" };
      index.add({ key, payload: plainSet(shards, docs, label, limits) });
    }
    return index;
  }
}

/** Segments on disk, one after another. */
class Segments {
  readonly #folder: string;
  readonly #paths: string[] = [];
  #segment = new Segment();

  constructor(folder: string) {
    this.#folder = folder;
  }

  add(doc: number, words: Map<string, DocumentWord>): void {
    this.#segment.add(doc, words);
    if (this.#segment.docs === SEGMENT_DOCUMENTS) this.#write();
  }

  finish(): string[] {
    if (this.#segment.docs > 0) this.#write();
    return this.#paths;
  }

  #write(): void {
    const path = join(this.#folder, String(this.#paths.length));
    this.#segment.write(path);
    this.#paths.push(path);
    this.#segment = new Segment();
  }
}
