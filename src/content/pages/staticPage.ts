import * as v from "valibot";
import { BlockSchema } from "../blocks/block.ts";
import { ImageSchema } from "../image.ts";
import { DirectionSchema } from "../blocks/inline.ts";
import { NamedLinkSchema } from "../menu.ts";

/** What a page is in schema.org's words. */
export const PageTypeSchema = v.picklist(["WebPage", "AboutPage", "ContactPage"]);

/** A page of the paper that is no story and has no date, such as the one about the paper. `path` is percent-encoded, below its edition. */
export const StaticPageSchema = v.object({
  path: v.string(),
  title: v.string(),
  standfirst: v.optional(v.string()),
  type: PageTypeSchema,
  /** Whether its headings are listed above its text. */
  contents: v.optional(v.boolean()),
  image: v.optional(ImageSchema),
  body: v.array(BlockSchema),
  /** The pages above it: of /about/staff, /about. */
  above: v.optional(v.array(NamedLinkSchema)),
  inLanguage: v.string(),
  direction: DirectionSchema,
  /** The path of the original in the site, of a page that is a translation. */
  translationOf: v.optional(v.string()),
  /** The same page in other languages, the original first, each by its path in the site. */
  translations: v.optional(v.array(v.object({ path: v.string(), inLanguage: v.string(), title: v.string() }))),
});

export type PageType = v.InferOutput<typeof PageTypeSchema>;
export type StaticPage = v.InferOutput<typeof StaticPageSchema>;
