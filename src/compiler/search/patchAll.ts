import type { Manifest } from "#content/search/manifest.ts";
import type { Changes } from "./changes.ts";
import { patchDocuments } from "./patchDocuments.ts";
import { patchIndex } from "./patchIndex.ts";
import { patchLists } from "./patchLists.ts";
import { type ChangedStory, patchSubjects } from "./patchSubjects.ts";
import { patchWord, type WordChange, type WordOutcome } from "./patchWords.ts";
import { type SearchSettings, tongue } from "./searchSettings.ts";
import type { SearchState } from "./searchState.ts";
import type { Shards } from "./shards.ts";
import { storyRecord } from "./storyRecord.ts";
import { storyWords } from "./storyWords.ts";
import { thresholds } from "./thresholds.ts";
import { WrittenIndex } from "./writtenIndex.ts";

/**
 * Brings an index up to date with some changed and some newer stories: reads
 * and writes only what their words stand in.
 * @param before the manifest of the index that is there
 * @returns undefined when it cannot be done so, and all must be built anew
 */
export function patchAll(
  settings: SearchSettings,
  shards: Shards,
  before: Manifest,
  { changed, marks, catalogue }: Changes,
  state: SearchState,
): Manifest | undefined {
  const limits = thresholds(marks.length);
  const index = new WrittenIndex(shards, before);
  const edits = new Map<string, Uint8Array | undefined>();
  const stories = [...changed].map(([doc, article]) => ({ doc, article, before: state.record(doc) }));
  const changes = wordChanges(stories);
  const outcomes: WordOutcome[] = [];
  for (const term of [...changes.keys()].toSorted()) {
    const change = changes.get(term) ?? { removed: new Set<number>(), added: [] };
    const outcome = patchWord(shards, index, edits, term, change, limits);
    if (!outcome) return undefined;
    outcomes.push(outcome);
  }
  patchLists(index, edits, outcomes, limits);
  patchSubjects(shards, index, edits, stories);
  for (const name of [before.days, before.synonyms]) if (name !== undefined) shards.release(name);
  const documents = patchDocuments(shards, before, changed, tongue(settings));
  state.begin();
  for (const { doc, article } of stories) state.setRecord(doc, storyRecord(article, storyWords(article)));
  return catalogue.manifest(shards, settings, limits, { documents, root: patchIndex(shards, index, edits) });
}

function wordChanges(stories: readonly ChangedStory[]): Map<string, WordChange> {
  const changes = new Map<string, WordChange>();
  const changeOf = (term: string): WordChange => {
    const change = changes.get(term) ?? { removed: new Set<number>(), added: [] };
    changes.set(term, change);
    return change;
  };
  for (const { doc, article, before } of stories) {
    for (const word of before?.words ?? []) changeOf(word).removed.add(doc);
    for (const [term, word] of storyWords(article)) changeOf(term).added.push([doc, word]);
  }
  return changes;
}
