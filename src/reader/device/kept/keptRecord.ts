import * as v from "valibot";

/**
 * Something that the reader asked to keep: a story, the stories of a list, or a
 * recording. `stories` are the slugs of the stories stored, `files` the addresses
 * of its files in the cache, `bytes` their size, `at` when it was begun.
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

/** @param id of what is kept; for a story or a list, its path */
export function newRecord(id: string, name: string, total: number): KeptRecord {
  return { id, name, path: id, total, stories: [], files: [], bytes: 0, whole: false, at: new Date().toISOString() };
}
