import * as v from "valibot";
import { AlternatesSchema } from "../edition/languageEdition.ts";
import { KeyEventSchema, RefSchema } from "../article.ts";
import { LinkUrlSchema } from "../blocks/inline.ts";
import { InstantSchema } from "../instant.ts";
import { HasRecordingSchema, StoryLinkSchema, TeaserSchema } from "../teaser.ts";

/** The layout of a section: three stories in a row, a grid of six, headlines only, or one large story with headlines. */
export const SectionLayoutSchema = v.picklist(["row", "grid", "headlines", "feature"]);

/** A text above the page, which may be a link. It is shown until `until`. */
const noticeEntries = { text: v.string(), link: v.optional(LinkUrlSchema), until: v.optional(InstantSchema) };

/** A story on one line, with its reading time for the listening queue, which files of earlier versions lack. */
const LineSchema = v.object({ ...StoryLinkSchema.entries, readingMinutes: v.optional(v.number()), hasRecording: HasRecordingSchema });

const TeasersSchema = v.pipe(v.array(TeaserSchema), v.minLength(1));

/** The file `data/front.json`. No story is on the page twice, except for `mostRead`. */
export const FrontPageSchema = v.object({
  date: v.optional(v.pipe(v.string(), v.isoDate())),
  lead: v.optional(TeaserSchema),
  also: v.array(LineSchema),
  /** The newest key events of a lead that is a live blog in progress, newest first. */
  events: v.optional(v.array(KeyEventSchema)),
  latest: v.array(LineSchema),
  top: v.array(TeaserSchema),
  longRead: v.optional(TeaserSchema),
  /** Series and collections chosen by an editor; `path` leads to the whole of one. */
  strips: v.optional(
    v.array(v.object({ name: v.string(), path: v.optional(v.string()), description: v.optional(v.string()), teasers: TeasersSchema })),
  ),
  sections: v.array(v.object({ section: RefSchema, layout: v.optional(SectionLayoutSchema), teasers: TeasersSchema })),
  /** `date`: when the story that it links to was published. */
  breaking: v.optional(v.object({ ...noticeEntries, date: v.optional(InstantSchema) })),
  /** A notice that each reader can dismiss. `id` changes with its text. */
  alert: v.optional(v.object({ ...noticeEntries, id: v.string() })),
  /** The stories read most, most first, and the first and the last request that was counted. They may be elsewhere on the page too. */
  mostRead: v.optional(v.object({ from: InstantSchema, to: InstantSchema, stories: v.pipe(v.array(StoryLinkSchema), v.minLength(1)) })),
  alternates: AlternatesSchema,
});

export type SectionLayout = v.InferOutput<typeof SectionLayoutSchema>;
export type FrontPage = v.InferOutput<typeof FrontPageSchema>;
