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
 * "More news from PLACE, PLACE · Show all N". `total` is the true number of
 * stories; up to 20 they all stand in `stories`, above that only the first
 * four do, and "Show all N from PLACE" leads to the page of `allAt`, which has `total` stories.
 */
export const MoreFromSchema = v.object({
  places: v.pipe(v.array(RefSchema), v.minLength(1)),
  total: v.pipe(v.number(), v.integer(), v.minValue(1)),
  stories: v.pipe(v.array(StoryLinkSchema), v.minLength(1), v.maxLength(20)),
  allAt: v.optional(RefSchema),
});

/** "Related stories": of a story whose topics find few or none, one to four others that say the same words. */
export const RelatedSchema = v.object({ teasers: v.pipe(v.array(TeaserSchema), v.minLength(1), v.maxLength(4)) });

/**
 * "The story so far": the thread that a story is part of, with those of its stories that the page shows, oldest first.
 * `skipped`: how many of them the page leaves out just before one.
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
  /** How often it has changed since its publication, as its record shows. */
  changes: v.optional(v.number()),
  /** Of its authors, those of whom the paper tells more than a name. */
  profiles: v.optional(v.array(BylineProfileSchema)),
  thread: v.optional(PlaceInThreadSchema),
  moreAbout: v.optional(MoreAboutSchema),
  related: v.optional(RelatedSchema),
  moreFrom: v.optional(MoreFromSchema),
  /** Of a story in a series of several; then previous and next are its neighbours there, else in its section. */
  series: v.optional(PlaceInSeriesSchema),
  previous: v.optional(StoryLinkSchema),
  next: v.optional(StoryLinkSchema),
});

export type MoreAbout = v.InferOutput<typeof MoreAboutSchema>;
export type MoreFrom = v.InferOutput<typeof MoreFromSchema>;
export type PlaceInThread = v.InferOutput<typeof PlaceInThreadSchema>;
export type ArticlePage = v.InferOutput<typeof ArticlePageSchema>;
