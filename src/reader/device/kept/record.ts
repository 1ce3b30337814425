import * as v from "valibot";

/**
 * Something that the reader asked to keep: a story, or the stories of a list.
 * `stories` are the slugs that are here, `files` the addresses in the cache that
 * they need, `bytes` what those take, `at` when it was begun.
 */
export const RecordSchema = v.object({
  id: v.string(),
  name: v.string(),
  path: v.string(),
  total: v.number(),
  stories: v.array(v.string()),
  files: v.array(v.string()),
  bytes: v.number(),
  whole: v.boolean(),
  at: v.string(),
});

export type KeptRecord = v.InferOutput<typeof RecordSchema>;

/** @param id of what is kept: a story's is its path, and so is a list's */
export function newRecord(id: string, name: string, total: number): KeptRecord {
  return { id, name, path: id, total, stories: [], files: [], bytes: 0, whole: false, at: new Date().toISOString() };
}
