import * as v from "valibot";
import { RefSchema, SlugSchema } from "./article.ts";
import { PictureSchema } from "./image.ts";
import { DirectionSchema } from "./blocks/inline.ts";
import { InstantSchema } from "./instant.ts";

/** The four kinds of subjects of an article, whose pages list articles. */
export const SubjectKindSchema = v.picklist(["topic", "section", "author", "place"]);

/** The headline for display, with soft hyphens (U+00AD) in long words. Missing if it is the same; for all else, use the headline. */
export const HyphenatedSchema = v.optional(v.string());

/** The topics and authors that a reader may have muted, by their library ids: "topic:europol". */
const AboutSchema = v.optional(v.array(v.string()));

/** Whether the story has a recording of its own; missing if not. A browser without speech synthesis can play only such stories. */
export const HasRecordingSchema = v.optional(v.boolean());

/** The short form of an article that lists and strips show. */
export const TeaserSchema = v.object({
  slug: SlugSchema,
  headline: v.string(),
  hyphenated: HyphenatedSchema,
  standfirst: v.optional(v.string()),
  kicker: v.optional(v.object({ ...RefSchema.entries, kind: SubjectKindSchema })),
  /** That it is an advertisement, and whose: "Paid for by Acme". */
  sponsor: v.optional(v.string()),
  /** That only members may read it: "For members". */
  members: v.optional(v.string()),
  genre: v.optional(v.string()),
  byline: v.optional(v.string()),
  dateline: v.optional(v.string()),
  datePublished: InstantSchema,
  readingMinutes: v.number(),
  hasRecording: HasRecordingSchema,
  about: AboutSchema,
  image: v.optional(PictureSchema),
  inLanguage: v.optional(v.string()),
  direction: v.optional(DirectionSchema),
});

/** A link to a story on one line, as in Previous, Next and the Latest rail. */
export const StoryLinkSchema = v.object({
  slug: SlugSchema,
  headline: v.string(),
  hyphenated: HyphenatedSchema,
  datePublished: InstantSchema,
  about: AboutSchema,
  inLanguage: v.optional(v.string()),
  direction: v.optional(DirectionSchema),
});

export type SubjectKind = v.InferOutput<typeof SubjectKindSchema>;
export type Teaser = v.InferOutput<typeof TeaserSchema>;
export type StoryLink = v.InferOutput<typeof StoryLinkSchema>;
