import * as v from "valibot";
import { RefSchema } from "./article.ts";
import { StoryLinkSchema, TeaserSchema } from "./teaser.ts";

/** The file `data/front.json`. No story stands twice on the page. */
export const FrontPageSchema = v.object({
  date: v.optional(v.pipe(v.string(), v.isoDate())),
  lead: v.optional(TeaserSchema),
  also: v.array(StoryLinkSchema),
  latest: v.array(StoryLinkSchema),
  top: v.array(TeaserSchema),
  longRead: v.optional(TeaserSchema),
  sections: v.array(v.object({ section: RefSchema, teasers: v.pipe(v.array(TeaserSchema), v.minLength(1)) })),
});

export type FrontPage = v.InferOutput<typeof FrontPageSchema>;
