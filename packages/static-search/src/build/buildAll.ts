import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Manifest } from "../format/manifest.ts";
import { Catalogue } from "./catalogue.ts";
import type { Document, IndexSettings } from "./document.ts";
import { Documents } from "./patchDocuments.ts";
import { documentWords, type DocumentWord } from "./documentWords.ts";
import { IndexWriter } from "./indexWriter.ts";
import { mergeSegments } from "./mergeSegments.ts";
import type { Postings } from "./postings.ts";
import { Segment, SEGMENT_DOCUMENTS } from "./segment.ts";
import type { Shards } from "./shards.ts";
import { thresholds } from "./thresholds.ts";
import { addToSets, keysOf, type ValueSet } from "./valueSets.ts";
import { Vocabulary } from "./vocabulary.ts";
import { plainSet, wordEntries } from "./wordEntries.ts";

/** Called with each document in turn. */
type OnDocument = (document: Document) => void;

/**
 * Builds the whole index: the words of a few thousand documents at a time go to
 * disk as segments, then all segments are merged word by word. So memory does not
 * grow with the archive, except for values and a number per document.
 * @param documents oldest first
 */
export function buildAll(documents: Iterable<Document>, settings: IndexSettings, shards: Shards, onDocument: OnDocument): Manifest {
  const folder = mkdtempSync(join(tmpdir(), "static-search-"));
  try {
    const catalogue = new Catalogue(settings);
    const kept = new Documents(shards);
    const values = new Map<string, ValueSet>();
    const segments = new Segments(folder);
    for (const document of documents) {
      const doc = catalogue.count;
      segments.add(doc, documentWords(document.fields, settings.fields));
      addToSets(values, keysOf(document, settings), doc);
      kept.add(document.stored);
      catalogue.add(document);
      onDocument(document);
    }
    const limits = thresholds(catalogue.count);
    const index = new IndexWriter(shards, settings.schema, limits);
    const vocabulary = new Vocabulary(limits);
    const addWord = (term: string, postings: Postings): void => {
      const { word, positions, title } = wordEntries(shards, term, postings, limits);
      for (const entry of [word, positions, title]) if (entry) index.add(entry);
      vocabulary.add({ word: term, count: postings.docs.length, label: postings.label });
    };
    mergeSegments(segments.finish(), addWord, limits.positionsUpTo);
    for (const entry of vocabulary.entries()) index.add(entry);
    for (const key of [...values.keys()].toSorted()) {
      const { docs, label } = values.get(key) ?? { docs: [], label: "" };
      index.add({ key, payload: plainSet(shards, docs, label, limits) });
    }
    return catalogue.manifest(shards, limits, { documents: kept.finish(), root: index.finish() });
  } finally {
    rmSync(folder, { recursive: true, force: true });
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
