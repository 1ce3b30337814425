import * as v from "valibot";
import { BlockSchema } from "./blocks/block.ts";
import { CommentSchema } from "./comment.ts";
import { ImageSchema } from "./image.ts";
import { DirectionSchema, InlinesSchema, LinkUrlSchema } from "./blocks/inline.ts";
import { InstantSchema } from "./instant.ts";
import { EpisodeSchema } from "./recording.ts";

/** The last part of an address. */
export const SlugSchema = v.pipe(
  v.string(),
  v.regex(/^[\p{L}\p{M}\p{N}]+(?:[-._][\p{L}\p{M}\p{N}]+)*$/u, "must be a slug, such as voyager-1"),
);

/** A name that has a page of its own: of a section, a topic or a place. */
export const RefSchema = v.object({ slug: SlugSchema, name: v.pipe(v.string(), v.nonEmpty()) });

/** Who wrote it: a person or a desk. */
export const AuthorRefSchema = v.object({ ...RefSchema.entries, kind: v.picklist(["person", "desk"]) });

/** The series that a story is a part of, and which part it says to be. */
export const SeriesRefSchema = v.object({ ...RefSchema.entries, part: v.optional(v.number()) });

/** A story that says the same in another language. */
export const TranslationSchema = v.object({ slug: SlugSchema, inLanguage: v.string(), headline: v.string() });

/** What was wrong and when it was put right (schema.org `correction`). */
export const CorrectionSchema = v.object({ date: InstantSchema, children: InlinesSchema });

/** Where a statement can be checked (schema.org `citation`). */
export const CitationSchema = v.object({ title: v.pipe(v.string(), v.nonEmpty()), url: v.optional(LinkUrlSchema) });

/** A post of a live blog by its name. */
const KeyEventSchema = v.object({ id: SlugSchema, headline: v.string(), date: InstantSchema });

/** What a story is besides that tells something as it happens (schema.org `LiveBlogPosting`). Its posts are blocks of its body, the newest first. */
const LiveBlogSchema = v.object({
  coverageStartTime: InstantSchema,
  /** Once it has ended. */
  coverageEndTime: v.optional(InstantSchema),
  /** How many posts there are; pages show the newest of them. */
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The newest posts that are marked as such, the newest first. */
  keyEvents: v.array(KeyEventSchema),
});

/**
 * One piece of journalism: the contract between publisher and reader.
 * Names follow schema.org NewsArticle (headline, dateline, datePublished,
 * dateModified, inLanguage, genre, url) and IPTC ninjs (urgency, places), see
 * docs/article.md. Everything but id, slug, headline, body and datePublished may be missing.
 */
export const ArticleSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  slug: SlugSchema,
  headline: v.pipe(v.string(), v.nonEmpty()),
  standfirst: v.optional(v.string()),
  body: v.array(BlockSchema),
  section: v.optional(RefSchema),
  authors: v.array(AuthorRefSchema),
  datePublished: InstantSchema,
  dateModified: v.optional(InstantSchema),
  dateline: v.optional(v.string()),
  topics: v.array(RefSchema),
  places: v.array(RefSchema),
  image: v.optional(ImageSchema),
  audio: v.optional(EpisodeSchema),
  liveBlog: v.optional(LiveBlogSchema),
  inLanguage: v.string(),
  direction: DirectionSchema,
  /** The slug of the original, of one that has translations with it. */
  translationOf: v.optional(SlugSchema),
  /** The same story in other languages, the original first. */
  translations: v.optional(v.array(TranslationSchema)),
  genre: v.optional(v.string()),
  series: v.optional(SeriesRefSchema),
  urgency: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
  corrections: v.array(CorrectionSchema),
  citations: v.array(CitationSchema),
  /** Where it is discussed: a post on Mastodon or Bluesky, whose replies are shown, or another page. */
  discussion: v.optional(LinkUrlSchema),
  /** What readers wrote below it, where it was before. */
  comments: v.optional(v.array(CommentSchema)),
  url: v.optional(v.pipe(v.string(), v.url())),
  oldUrls: v.array(v.string()),
  readingMinutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

export type Ref = v.InferOutput<typeof RefSchema>;
export type AuthorRef = v.InferOutput<typeof AuthorRefSchema>;
export type LiveBlog = v.InferOutput<typeof LiveBlogSchema>;
export type Correction = v.InferOutput<typeof CorrectionSchema>;
export type Citation = v.InferOutput<typeof CitationSchema>;
export type Article = v.InferOutput<typeof ArticleSchema>;
