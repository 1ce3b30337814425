import * as v from "valibot";
import { BlockSchema } from "../blocks/block.ts";
import { ImageSchema } from "../image.ts";
import { DirectionSchema } from "../blocks/inline.ts";
import { NamedLinkSchema } from "../menu.ts";

/** The schema.org type of a page. */
export const PageTypeSchema = v.picklist(["WebPage", "AboutPage", "ContactPage"]);

/** A page of the paper that is not a story and has no date, such as "About". `path` is percent-encoded, below its edition. */
export const StaticPageSchema = v.object({
  path: v.string(),
  title: v.string(),
  standfirst: v.optional(v.string()),
  type: PageTypeSchema,
  /** Whether a table of contents precedes the text. */
  contents: v.optional(v.boolean()),
  image: v.optional(ImageSchema),
  body: v.array(BlockSchema),
  /** Its parent pages: /about for /about/staff. */
  above: v.optional(v.array(NamedLinkSchema)),
  inLanguage: v.string(),
  direction: DirectionSchema,
  /** Of a page of a collection: see content/collection.ts. Few papers have collections, so that their own code has its schema. */
  collection: v.optional(v.unknown()),
  /** For a translation: the path of the original in the site. */
  translationOf: v.optional(v.string()),
  /** The same page in other languages, the original first, each by its path in the site. */
  translations: v.optional(v.array(v.object({ path: v.string(), inLanguage: v.string(), title: v.string() }))),
});

export type PageType = v.InferOutput<typeof PageTypeSchema>;
export type StaticPage = v.InferOutput<typeof StaticPageSchema>;
