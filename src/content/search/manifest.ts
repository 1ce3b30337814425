import * as v from "valibot";
import { RefSchema } from "../article.ts";

/** The format of the shards. A reader that knows another one says that the search is being updated. */
export const FORMAT = 1;

export const MANIFEST = "manifest.json";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const shard = v.pipe(v.string(), v.regex(/^[0-9a-f]{12}\.bin$/u, "must be the name of a shard"));

/**
 * The file `data/search/manifest.json`, the only one whose content changes under its name.
 * `root`: [first key, page] of the index, one page for about three megabytes of it.
 * `documents`: the tags of the groups of document shards. `days`: how many stories each day from `firstDay` on has.
 * `years`: [year, number of its first story]; stories are numbered by date.
 * `positionsUpTo`: words in more stories than this have no positions.
 */
export const ManifestSchema = v.object({
  format: v.literal(FORMAT),
  stories: count,
  language: v.string(),
  timeZone: v.string(),
  languages: v.array(v.tuple([v.string(), count])),
  sections: v.array(v.tuple([RefSchema, count])),
  firstDay: v.string(),
  years: v.array(v.tuple([v.string(), count])),
  days: v.optional(shard),
  documents: v.optional(shard),
  root: v.array(v.tuple([v.string(), shard])),
  positionsUpTo: count,
  synonyms: v.optional(shard),
});

export type Manifest = v.InferOutput<typeof ManifestSchema>;
