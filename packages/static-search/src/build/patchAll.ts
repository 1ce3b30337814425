import { isDeepStrictEqual } from "node:util";
import type { Manifest } from "../format/manifest.ts";
import { latestPart, withTemporaryFolder } from "./buildAll.ts";
import type { Changes } from "./changes.ts";
import type { Document, IndexSettings } from "./document.ts";
import { type DocumentWord, documentWords } from "./documentWords.ts";
import { patchDocuments } from "./patchDocuments.ts";
import { patchIndex } from "./patchIndex.ts";
import { type LabelIn, patchWord, type WordChange, type WordOutcome } from "./patchWords.ts";
import type { Shards } from "./shards.ts";
import { firstOfLatest, limitsOfOlder } from "./thresholds.ts";
import { type ChangedDocument, patchValues } from "./valueSets.ts";
import { patchLists } from "./vocabulary.ts";
import { WrittenIndex } from "./writtenIndex.ts";

/**
 * Updates an index with changed and newer documents: reads and writes only the
 * files with their words.
 * @param before the manifest of the existing index
 * @param changed the changed documents, with their former versions
 * @param documents the whole archive
 * @returns undefined if this is not possible, and a full build is needed
 */
export function patchAll(
  settings: IndexSettings,
  shards: Shards,
  before: Manifest,
  { marks, latest, catalogue }: Changes,
  changed: readonly ChangedDocument[],
  documents: Iterable<Document>,
): Manifest | undefined {
  const limits = limitsOfOlder(marks.length);
  const from = firstOfLatest(marks.length);
  // Documents that have left the part of the latest are new in the other.
  const moved = latest
    .slice(0, from - before.latest.from)
    .map((document, at): ChangedDocument => ({ doc: before.latest.from + at, document, before: undefined }));
  const older = [...changed.filter(({ doc }) => doc < before.latest.from), ...moved];
  const index = new WrittenIndex(shards, before);
  const edits = new Map<string, Uint8Array | undefined>();
  const changes = wordChanges(older, settings);
  const labelIn = labelsIn(documents, settings);
  const outcomes: WordOutcome[] = [];
  for (const [term, change] of [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const outcome = patchWord(shards, index, edits, term, change, limits, labelIn);
    if (!outcome) return undefined;
    outcomes.push(outcome);
  }
  patchLists(index, edits, outcomes, limits);
  patchValues(shards, index, edits, older, settings, limits);
  for (const name of [before.days, before.synonyms]) if (name !== undefined) shards.release(name);
  const kept = patchDocuments(shards, before, changedStored(changed));
  return catalogue.manifest(shards, limits, {
    documents: kept,
    root: patchIndex(shards, index, edits, settings.schema, limits),
    latest: changed.some(({ doc }) => doc >= before.latest.from)
      ? latestAnew(settings, shards, before, latest.slice(moved.length), marks.length)
      : before.latest,
  });
}

function latestAnew(
  settings: IndexSettings,
  shards: Shards,
  before: Manifest,
  latest: readonly Document[],
  count: number,
): Manifest["latest"] {
  for (const [, name] of before.latest.leaves) shards.release(name);
  return withTemporaryFolder((folder) => latestPart(latest, count, settings, shards, folder));
}

/** The new stored values of documents for which they have changed, by number. */
function changedStored(changed: readonly ChangedDocument[]): Map<number, unknown> {
  const stored = changed.map(({ doc, document, before }) => ({ doc, is: document.stored, was: before?.stored }));
  return new Map(stored.filter(({ is, was }) => JSON.stringify(is) !== JSON.stringify(was)).map(({ doc, is }) => [doc, is]));
}

function wordChanges(changed: readonly ChangedDocument[], { fields }: IndexSettings): Map<string, WordChange> {
  const changes = new Map<string, WordChange>();
  const changeOf = (term: string): WordChange => {
    const change = changes.get(term) ?? { removed: new Set<number>(), written: new Set<string>(), added: [] };
    changes.set(term, change);
    return change;
  };
  for (const { doc, document, before } of changed) {
    const were = before ? documentWords(before.fields, fields) : new Map<string, DocumentWord>();
    const are = documentWords(document.fields, fields);
    // Most words of a corrected document are unchanged.
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

/** Iterates over documents only when one is needed. */
function labelsIn(documents: Iterable<Document>, { fields }: IndexSettings): LabelIn {
  let all: Document[] | undefined;
  return (doc, term) => {
    const document = (all ??= [...documents])[doc];
    return (document && documentWords(document.fields, fields).get(term)?.label) ?? "";
  };
}
