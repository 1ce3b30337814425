import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Article } from "#content/article.ts";
import type { Manifest } from "#content/search/manifest.ts";
import { Catalogue } from "./catalogue.ts";
import { Documents } from "./documents.ts";
import { IndexWriter } from "./indexWriter.ts";
import { mergeSegments } from "./mergeSegments.ts";
import { Segment, SEGMENT_STORIES } from "./segment.ts";
import { type SearchSettings, tongue } from "./searchSettings.ts";
import type { Shards } from "./shards.ts";
import { storyWords, type StoryWord } from "./storyWords.ts";
import { addSubjects, type SubjectSet } from "./subjectSets.ts";
import { thresholds } from "./thresholds.ts";
import { Vocabulary } from "./vocabulary.ts";
import { plainSet, wordEntries } from "./wordEntries.ts";

/** Told of each story in turn. */
export type OnStory = (article: Article) => void;

/**
 * Builds the whole index: words of a few thousand stories at a time go to disk
 * as segments, then all segments are merged word by word. So memory does not
 * grow with the archive, but for the subjects and a number per story.
 * @param articles oldest first
 */
export function buildAll(articles: Iterable<Article>, settings: SearchSettings, shards: Shards, onStory: OnStory): Manifest {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-search-"));
  try {
    const catalogue = new Catalogue(settings);
    const documents = new Documents(shards, tongue(settings));
    const subjects = new Map<string, SubjectSet>();
    const segments = new Segments(folder);
    for (const article of articles) {
      const doc = catalogue.stories;
      const words = storyWords(article);
      segments.add(doc, words);
      addSubjects(subjects, article, doc);
      documents.add(article);
      catalogue.add(article);
      onStory(article);
    }
    const limits = thresholds(catalogue.stories);
    const index = new IndexWriter(shards);
    const vocabulary = new Vocabulary(limits);
    mergeSegments(segments.finish(), (term, postings) => {
      const { word, positions, headline } = wordEntries(shards, term, postings, limits);
      for (const entry of [word, positions, headline]) if (entry) index.add(entry);
      vocabulary.add({ word: term, count: postings.docs.length, label: postings.label });
    });
    for (const entry of vocabulary.entries()) index.add(entry);
    for (const key of [...subjects.keys()].toSorted()) {
      const { docs, label } = subjects.get(key) ?? { docs: [], label: "" };
      index.add({ key, payload: plainSet(shards, docs, label) });
    }
    return catalogue.manifest(shards, settings, limits, { documents: documents.finish(), root: index.finish() });
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

  add(doc: number, words: Map<string, StoryWord>): void {
    this.#segment.add(doc, words);
    if (this.#segment.stories === SEGMENT_STORIES) this.#write();
  }

  finish(): string[] {
    if (this.#segment.stories > 0) this.#write();
    return this.#paths;
  }

  #write(): void {
    const path = join(this.#folder, String(this.#paths.length));
    this.#segment.write(path);
    this.#paths.push(path);
    this.#segment = new Segment();
  }
}
