import * as v from "valibot";
import { AlternatesSchema } from "../edition/languageEdition.ts";
import { RefSchema } from "../article.ts";
import { StoryLinkSchema, TeaserSchema } from "../teaser.ts";

const CountedRefSchema = v.object({ ...RefSchema.entries, count: v.number() });

/** Names under one letter, in the collation order of the edition's language. `more` counts those listed only on the letter's own page. */
export const LetterSchema = v.object({
  letter: v.string(),
  slug: v.string(),
  names: v.array(CountedRefSchema),
  more: v.number(),
});

/** Topics or places, A to Z. The page of one letter has only that letter, named by `letter`. */
export const IndexPageSchema = v.object({
  kind: v.picklist(["topic", "place"]),
  letter: v.optional(v.string()),
  letters: v.array(LetterSchema),
  alternates: AlternatesSchema,
});

const MonthSchema = v.object({ month: v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/u)), count: v.number(), lead: v.optional(TeaserSchema) });

/**
 * Years with their months, newest first; counts are of stories. The page of one
 * year has only that year, the first story of each month, and the years before and
 * after; the page of all years has the first story of each year.
 */
export const ArchivePageSchema = v.object({
  year: v.optional(v.string()),
  previous: v.optional(v.string()),
  next: v.optional(v.string()),
  years: v.array(v.object({ year: v.string(), count: v.number(), lead: v.optional(StoryLinkSchema), months: v.array(MonthSchema) })),
  alternates: AlternatesSchema,
});

export type CountedRef = v.InferOutput<typeof CountedRefSchema>;
export type Letter = v.InferOutput<typeof LetterSchema>;
export type IndexPage = v.InferOutput<typeof IndexPageSchema>;
export type ArchivePage = v.InferOutput<typeof ArchivePageSchema>;
