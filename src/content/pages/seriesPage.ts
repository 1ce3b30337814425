import * as v from "valibot";
import { AlternatesSchema } from "../edition/languageEdition.ts";
import { RefSchema } from "../article.ts";
import { TeaserSchema } from "../teaser.ts";

/** The stories of a series in order, the first part first. */
export const SeriesPageSchema = v.object({
  ...RefSchema.entries,
  description: v.optional(v.string()),
  /** Whether some of its stories are episodes. */
  podcast: v.optional(v.boolean()),
  teasers: v.array(TeaserSchema),
  alternates: AlternatesSchema,
});

/** The position of a story in its series. `part` counts from 1. */
export const PlaceInSeriesSchema = v.object({ ...RefSchema.entries, part: v.number(), of: v.number() });

export type SeriesPage = v.InferOutput<typeof SeriesPageSchema>;
export type PlaceInSeries = v.InferOutput<typeof PlaceInSeriesSchema>;
