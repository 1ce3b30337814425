import * as v from "valibot";
import { BlockSchema } from "./blocks/block.ts";
import { CommentSchema } from "./comment.ts";
import { ImageSchema } from "./image.ts";
import { DirectionSchema, InlinesSchema, LinkUrlSchema } from "./blocks/inline.ts";
import { InstantSchema } from "./instant.ts";
import { AiSchema, KindSchema, SponsorSchema } from "./labels.ts";
import { EpisodeSchema } from "./recording.ts";
import { ClosedSchema } from "./members/closed.ts";

/** The last segment of a path. */
export const SlugSchema = v.pipe(
  v.string(),
  v.regex(/^[\p{L}\p{M}\p{N}]+(?:[-._][\p{L}\p{M}\p{N}]+)*$/u, "must be a slug, such as voyager-1"),
);

/** A name with a page of its own: a section, a topic or a place. */
export const RefSchema = v.object({ slug: SlugSchema, name: v.pipe(v.string(), v.nonEmpty()) });

/** An author: a person or a desk. */
export const AuthorRefSchema = v.object({ ...RefSchema.entries, kind: v.picklist(["person", "desk"]) });

/** The series that a story belongs to, and which part of it the story is. */
export const SeriesRefSchema = v.object({ ...RefSchema.entries, part: v.optional(v.number()) });

/** The same story in another language. */
export const TranslationSchema = v.object({ slug: SlugSchema, inLanguage: v.string(), headline: v.string() });

/** What was wrong, and when it was corrected (schema.org `correction`). */
export const CorrectionSchema = v.object({ date: InstantSchema, children: InlinesSchema });

/** Where a statement can be checked (schema.org `citation`). */
export const CitationSchema = v.object({ title: v.pipe(v.string(), v.nonEmpty()), url: v.optional(LinkUrlSchema) });

/** A post of a live blog, by its headline. */
export const KeyEventSchema = v.object({ id: SlugSchema, headline: v.string(), date: InstantSchema });

/** What a live blog (schema.org `LiveBlogPosting`) has besides the fields of a story. Its posts are blocks of its body, newest first. */
const LiveBlogSchema = v.object({
  coverageStartTime: InstantSchema,
  /** Once it has ended. */
  coverageEndTime: v.optional(InstantSchema),
  /** How many posts there are; pages show the newest of them. */
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The newest posts that are marked as key events, newest first. */
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
  /** The slug of the original, if this is a translation. */
  translationOf: v.optional(SlugSchema),
  /** The same story in other languages, the original first. */
  translations: v.optional(v.array(TranslationSchema)),
  sponsor: v.optional(SponsorSchema),
  ai: v.optional(AiSchema),
  kind: v.optional(KindSchema),
  /** With the name of its kind before it: "Opinion / Review". */
  genre: v.optional(v.string()),
  series: v.optional(SeriesRefSchema),
  urgency: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
  corrections: v.array(CorrectionSchema),
  citations: v.array(CitationSchema),
  /** Where the story is discussed: a post on Mastodon or Bluesky, whose replies are shown, or another page. */
  discussion: v.optional(LinkUrlSchema),
  /** Readers' comments from the site where the story was before. */
  comments: v.optional(v.array(CommentSchema)),
  url: v.optional(v.pipe(v.string(), v.url())),
  oldUrls: v.array(v.string()),
  readingMinutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Set for a closed story, which has only its open fields and the beginning of its text. */
  members: v.optional(ClosedSchema),
});

export type Ref = v.InferOutput<typeof RefSchema>;
export type AuthorRef = v.InferOutput<typeof AuthorRefSchema>;
export type LiveBlog = v.InferOutput<typeof LiveBlogSchema>;
export type Correction = v.InferOutput<typeof CorrectionSchema>;
export type Citation = v.InferOutput<typeof CitationSchema>;
export type Article = v.InferOutput<typeof ArticleSchema>;
