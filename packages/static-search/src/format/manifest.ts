import * as v from "valibot";
import { FORMAT } from "./files.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const shard = v.pipe(v.string(), v.regex(/^[0-9a-f]{12}\.bin$/u, "must be the name of a shard"));
const value = v.object({ slug: v.string(), name: v.string() });

/**
 * The content of `manifest.json`.
 * `stories`: how many documents there are; `sections`: the values of the listed facet
 * (both names are from the news archive that the format was made for).
 * `root`: [first key, page] of the index, one page for about three megabytes of it. `latest`: [first key, leaf] of the part
 * that has the documents from number `from` on, which are not in the rest.
 * `documents`: the tags of the groups of document shards. `days`: how many documents each day from `firstDay` on has.
 * `years`: [year, number of its first document]; documents are numbered by date.
 * `positionsUpTo`: words in more documents than this have no positions.
 * `apart`: how many of the first documents are counted apart, such as the pages of a paper beside its stories.
 * `vectors`: the shard from which search by meaning finds all others.
 */
const ManifestSchema = v.object({
  format: v.literal(FORMAT),
  stories: count,
  language: v.string(),
  timeZone: v.string(),
  languages: v.array(v.tuple([v.string(), count])),
  sections: v.array(v.tuple([value, count])),
  firstDay: v.string(),
  years: v.array(v.tuple([v.string(), count])),
  days: v.optional(shard),
  documents: v.optional(shard),
  root: v.array(v.tuple([v.string(), shard])),
  latest: v.object({ from: count, leaves: v.array(v.tuple([v.string(), shard])) }),
  positionsUpTo: count,
  synonyms: v.optional(shard),
  apart: v.optional(count),
  vectors: v.optional(shard),
});

export type Manifest = v.InferOutput<typeof ManifestSchema>;

/**
 * Reads a manifest. Undefined for one of another version of the format.
 * @throws SyntaxError if it is not JSON
 */
export function readManifest(text: string): Manifest | undefined {
  const result = v.safeParse(ManifestSchema, JSON.parse(text));
  return result.success ? result.output : undefined;
}
