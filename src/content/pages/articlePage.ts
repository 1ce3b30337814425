import * as v from "valibot";
import { ArticleSchema, RefSchema } from "../article.ts";
import { BylineProfileSchema } from "../profile.ts";
import { PlaceInSeriesSchema } from "./seriesPage.ts";
import { HyphenatedSchema, StoryLinkSchema, TeaserSchema } from "../teaser.ts";

/** "More about TOPIC, TOPIC": one to four stories that share the article's topics. */
export const MoreAboutSchema = v.object({
  topics: v.pipe(v.array(RefSchema), v.minLength(1), v.maxLength(2)),
  teasers: v.pipe(v.array(TeaserSchema), v.minLength(1), v.maxLength(4)),
});

/**
 * "More news from PLACE · Show all N". `total` is the true number of stories. Up to
 * 20 are all in `stories`; of more, only the newest four are, and "Show all N" leads
 * to the page of the place, which has `total` stories, or more if it `isRounded` down.
 */
export const MoreFromSchema = v.object({
  place: RefSchema,
  total: v.pipe(v.number(), v.integer(), v.minValue(1)),
  isRounded: v.optional(v.boolean()),
  stories: v.pipe(v.array(StoryLinkSchema), v.minLength(1), v.maxLength(20)),
});

/** "Related stories": one to four stories with similar words, for a story whose topics find few or none. */
export const RelatedSchema = v.object({ teasers: v.pipe(v.array(TeaserSchema), v.minLength(1), v.maxLength(4)) });

/**
 * "The story so far": the thread that a story is part of, and the stories of it that the page shows, oldest first.
 * `skipped` counts the stories left out just before one.
 */
export const PlaceInThreadSchema = v.object({
  ...RefSchema.entries,
  count: v.number(),
  stories: v.array(v.object({ ...StoryLinkSchema.entries, skipped: v.optional(v.number()), turningPoint: v.optional(v.boolean()) })),
});

/** Everything an article's page shows: the file `data/article/SLUG.json`. */
export const ArticlePageSchema = v.object({
  article: ArticleSchema,
  hyphenated: HyphenatedSchema,
  /** How often the story has changed since its publication, according to its record. */
  changes: v.optional(v.number()),
  /** The authors about whom the paper has more than a name. */
  profiles: v.optional(v.array(BylineProfileSchema)),
  thread: v.optional(PlaceInThreadSchema),
  moreAbout: v.optional(MoreAboutSchema),
  related: v.optional(RelatedSchema),
  moreFrom: v.optional(v.pipe(v.array(MoreFromSchema), v.minLength(1), v.maxLength(2))),
  /** For a story in a series of several: `previous` and `next` are then its neighbours there, else those in its section. */
  series: v.optional(PlaceInSeriesSchema),
  previous: v.optional(StoryLinkSchema),
  next: v.optional(StoryLinkSchema),
});

export type MoreAbout = v.InferOutput<typeof MoreAboutSchema>;
export type MoreFrom = v.InferOutput<typeof MoreFromSchema>;
export type PlaceInThread = v.InferOutput<typeof PlaceInThreadSchema>;
export type ArticlePage = v.InferOutput<typeof ArticlePageSchema>;
