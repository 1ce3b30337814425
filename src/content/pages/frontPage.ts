import * as v from "valibot";
import { AlternatesSchema } from "../edition/languageEdition.ts";
import { RefSchema } from "../article.ts";
import { LinkUrlSchema } from "../blocks/inline.ts";
import { InstantSchema } from "../instant.ts";
import { HasRecordingSchema, StoryLinkSchema, TeaserSchema } from "../teaser.ts";

/** How a section lies: three stories in a row, six of them, headlines alone, or one large story with headlines. */
export const SectionLayoutSchema = v.picklist(["row", "grid", "headlines", "feature"]);

/** Words above the page, which may lead somewhere. `until` is when they are over. */
const noticeEntries = { text: v.string(), link: v.optional(LinkUrlSchema), until: v.optional(InstantSchema) };

/** A story that is named in a line, and how long it takes to hear. Files of earlier versions do not say that. */
const LineSchema = v.object({ ...StoryLinkSchema.entries, readingMinutes: v.optional(v.number()), hasRecording: HasRecordingSchema });

const TeasersSchema = v.pipe(v.array(TeaserSchema), v.minLength(1));

/** The file `data/front.json`. No story stands twice on the page. */
export const FrontPageSchema = v.object({
  date: v.optional(v.pipe(v.string(), v.isoDate())),
  lead: v.optional(TeaserSchema),
  also: v.array(LineSchema),
  latest: v.array(LineSchema),
  top: v.array(TeaserSchema),
  longRead: v.optional(TeaserSchema),
  /** Series and collections that an editor wants here; `path` leads to all of it. */
  strips: v.optional(
    v.array(v.object({ name: v.string(), path: v.optional(v.string()), description: v.optional(v.string()), teasers: TeasersSchema })),
  ),
  sections: v.array(v.object({ section: RefSchema, layout: v.optional(SectionLayoutSchema), teasers: TeasersSchema })),
  breaking: v.optional(v.object(noticeEntries)),
  /** A notice that each reader can close. `id` is another for other words. */
  alert: v.optional(v.object({ ...noticeEntries, id: v.string() })),
  alternates: AlternatesSchema,
});

export type SectionLayout = v.InferOutput<typeof SectionLayoutSchema>;
export type FrontPage = v.InferOutput<typeof FrontPageSchema>;
