import { isDeepStrictEqual } from "node:util";
import type { Article } from "#content/article.ts";
import type { Manifest } from "#content/search/manifest.ts";
import type { Tongue } from "../link/teaser.ts";
import type { Changes } from "./changes.ts";
import { searchDocument } from "./documents.ts";
import { patchDocuments } from "./patchDocuments.ts";
import { patchIndex } from "./patchIndex.ts";
import { patchLists } from "./patchLists.ts";
import { type ChangedStory, patchSubjects } from "./patchSubjects.ts";
import { type LabelIn, patchWord, type WordChange, type WordOutcome } from "./patchWords.ts";
import { type SearchSettings, tongue } from "./searchSettings.ts";
import type { Shards } from "./shards.ts";
import { type StoryWord, storyWords } from "./storyWords.ts";
import { thresholds } from "./thresholds.ts";
import { WrittenIndex } from "./writtenIndex.ts";

/**
 * Brings an index up to date with some changed and some newer stories: reads
 * and writes only what their words stand in.
 * @param before the manifest of the index that is there
 * @param stories what changed, beside what it was
 * @param articles the whole edition
 * @returns undefined when it cannot be done so, and all must be built anew
 */
export function patchAll(
  settings: SearchSettings,
  shards: Shards,
  before: Manifest,
  { marks, catalogue }: Changes,
  stories: ChangedStory[],
  articles: Iterable<Article>,
): Manifest | undefined {
  const limits = thresholds(marks.length);
  const index = new WrittenIndex(shards, before);
  const edits = new Map<string, Uint8Array | undefined>();
  const changes = wordChanges(stories);
  const labelIn = labelsIn(articles);
  const outcomes: WordOutcome[] = [];
  for (const [term, change] of [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const outcome = patchWord(shards, index, edits, term, change, limits, labelIn);
    if (!outcome) return undefined;
    outcomes.push(outcome);
  }
  patchLists(index, edits, outcomes, limits);
  patchSubjects(shards, index, edits, stories);
  for (const name of [before.days, before.synonyms]) if (name !== undefined) shards.release(name);
  const documents = patchDocuments(shards, before, otherwiseListed(stories, tongue(settings)), tongue(settings));
  return catalogue.manifest(shards, settings, limits, { documents, root: patchIndex(shards, index, edits) });
}

/** Stories that stand otherwise in a list of hits than they did, by number. */
function otherwiseListed(stories: readonly ChangedStory[], tongue: Tongue): Map<number, Article> {
  const listed = (article: Article): string => JSON.stringify(searchDocument(article, tongue));
  const others = stories.filter(({ article, before }) => !before || listed(article) !== listed(before));
  return new Map(others.map(({ doc, article }) => [doc, article]));
}

function wordChanges(stories: readonly ChangedStory[]): Map<string, WordChange> {
  const changes = new Map<string, WordChange>();
  const changeOf = (term: string): WordChange => {
    const change = changes.get(term) ?? { removed: new Set<number>(), written: new Set<string>(), added: [] };
    changes.set(term, change);
    return change;
  };
  for (const { doc, article, before } of stories) {
    const were = before ? storyWords(before) : new Map<string, StoryWord>();
    const are = storyWords(article);
    // Most words of a corrected story say what they said.
    const isSame = (term: string): boolean => isDeepStrictEqual(were.get(term), are.get(term));
    for (const [term, { label }] of were) {
      if (isSame(term)) continue;
      changeOf(term).removed.add(doc);
      changeOf(term).written.add(label);
    }
    for (const [term, word] of are) if (!isSame(term)) changeOf(term).added.push([doc, word]);
  }
  return changes;
}

/** Stories are gone through only when one is asked for. */
function labelsIn(articles: Iterable<Article>): LabelIn {
  let all: Article[] | undefined;
  return (doc, term) => {
    const article = (all ??= [...articles])[doc];
    return (article && storyWords(article).get(term)?.label) ?? "";
  };
}
