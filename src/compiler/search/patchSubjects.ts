import type { Article } from "#content/article.ts";
import type { Shards } from "./shards.ts";
import { subjectsOf } from "./subjectSets.ts";
import { plainSet } from "./wordEntries.ts";
import type { WrittenIndex } from "./writtenIndex.ts";

/** A story that differs, and what it was; undefined for a new one. */
export type ChangedStory = { doc: number; article: Article; before: Article | undefined };

/** Brings the sets of subjects and languages up to date. A subject is called as its oldest story calls it. */
export function patchSubjects(
  shards: Shards,
  index: WrittenIndex,
  edits: Map<string, Uint8Array | undefined>,
  stories: readonly ChangedStory[],
): void {
  const touched = new Map<string, Map<number, string | undefined>>();
  const touch = (key: string, doc: number, label: string | undefined): void => {
    const docs = touched.get(key) ?? new Map<number, string | undefined>();
    docs.set(doc, label);
    touched.set(key, docs);
  };
  for (const { doc, article, before } of stories) {
    const had = new Map(before ? subjectsOf(before) : []);
    const has = new Map(subjectsOf(article));
    for (const key of had.keys()) if (!has.has(key)) touch(key, doc, undefined);
    for (const [key, label] of has) if (had.get(key) !== label) touch(key, doc, label);
  }
  for (const [key, changes] of touched) {
    const set = index.set(key);
    const docs = [
      ...set.docs.filter((doc) => !changes.has(doc)),
      ...[...changes].flatMap(([doc, label]) => (label === undefined ? [] : [doc])),
    ];
    docs.sort((a, b) => a - b);
    for (const file of set.files) shards.release(file);
    const [oldest] = docs;
    edits.set(key, oldest === undefined ? undefined : plainSet(shards, docs, changes.get(oldest) ?? set.label));
  }
}
